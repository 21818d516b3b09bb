// The least that a filter of JSON lines does: it splits chunks, parses each line and serializes it.
const { stdin, stdout } = process;
stdin.setEncoding('utf8');
let rest = '';
for await (const chunk of stdin) {
  const lines = `${rest}${String(chunk)}`.split('\n');
  rest = lines.pop() ?? '';
  let out = '';
  for (const line of lines) out += `${JSON.stringify(JSON.parse(line))}\n`;
  if (!stdout.write(out)) await new Promise((resolve) => stdout.once('drain', resolve));
}
if (rest !== '') stdout.write(`${JSON.stringify(JSON.parse(rest))}\n`);
