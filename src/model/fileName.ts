/** Names that Windows keeps for devices, whatever comes after a dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;

/**
 * Whether an id can be the name of a file and of a field, on any system: letters, digits, `_`, `.` and `-`, at most 100; not
 * a device of Windows, no dot at an end, and nothing that every object of JavaScript has (`constructor`).
 */
export const isFileName = (id: string): boolean =>
  /^[a-z0-9_][\w.-]{0,99}$/i.test(id) && !id.endsWith('.') && !devices.test(id) && !(id in Object.prototype);

/** Equal for two ids that are one file where a system does not tell cases apart. */
export const fileKey = (id: string): string => id.toLowerCase();
