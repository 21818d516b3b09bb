interface Props {
  readonly label: string;
  /** The values with how many there are of each. */
  readonly counts: readonly (readonly [value: string, count: number])[];
  /** Empty where all are wanted. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One value of many, or all. */
export function Select({ label, counts, value, onChange }: Props) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">all</option>
        {counts.map(([one, count]) => (
          <option key={one} value={one}>
            {one} ({count.toLocaleString('en')})
          </option>
        ))}
        {value !== '' && !counts.some(([one]) => one === value) && <option value={value}>{value} (0)</option>}
      </select>
    </label>
  );
}
