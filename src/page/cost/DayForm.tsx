import type { Offer } from '../book.js';
import type { Place } from '../hash.js';
import type { Choose } from '../usePlace.js';
import { type DayCount, dayCounts, requestsOf, usualRequests } from './day.js';
import { levelsOf } from './dayCost.js';
import { typedCount } from './typedCount.js';

const labels: Readonly<Record<DayCount, string>> = {
  input: 'Tokens in, not cached',
  cached: 'Read from the cache',
  written: 'Written to the cache',
  output: 'Tokens out',
  reasoning: 'Reasoning',
};

interface Props {
  readonly chosen: Place['chosen'];
  readonly choose: Choose;
  /** The offers that are chosen: what they have no price for need not be asked. */
  readonly offers: readonly Offer[];
}

/** Where it is typed what is used a day. */
export function DayForm({ chosen, choose, offers }: Props) {
  const isReasoning = offers.some(({ cost }) => typeof cost.reasoning === 'number');
  const names = (Object.keys(dayCounts) as DayCount[]).filter(
    (name) => name !== 'reasoning' || isReasoning || chosen[name] !== undefined,
  );
  return (
    <form class="cost-day" onSubmit={(event) => event.preventDefault()} aria-label="What is used a day">
      {names.map((name) => (
        <CountField
          {...{ name, label: labels[name], typed: chosen[name] ?? '', choose }}
          isFine={typedCount(chosen[name] ?? '') !== null}
          placeholder={name === 'input' ? 'such as 20m' : '0'}
        />
      ))}
      <CountField
        {...{ name: 'requests', label: 'Requests', typed: chosen['requests'] ?? '', choose }}
        isFine={requestsOf(chosen['requests']) !== null}
        placeholder={usualRequests.toLocaleString('en')}
      />
      <ServiceField {...{ chosen, choose, offers }} />
    </form>
  );
}

interface CountProps {
  readonly name: string;
  readonly label: string;
  readonly typed: string;
  readonly isFine: boolean;
  readonly placeholder: string;
  readonly choose: Choose;
}

function CountField({ name, label, typed, isFine, placeholder, choose }: CountProps) {
  const wrong = `cost-${name}-wrong`;
  return (
    <label>
      {label}
      <input
        {...{ name, placeholder }}
        value={typed}
        autocomplete="off"
        aria-invalid={isFine ? undefined : true}
        aria-describedby={isFine ? undefined : wrong}
        onInput={({ currentTarget: { value } }) => choose({ [name]: value })}
      />
      {isFine ? null : (
        <span id={wrong} class="cost-wrong">
          write it as 20m, 1.5k or 20,000
        </span>
      )}
    </label>
  );
}

function ServiceField({ chosen, choose, offers }: Props) {
  const service = chosen['service'] ?? '';
  const levels = [...new Set([...levelsOf(offers), ...(service === '' ? [] : [service])])];
  return (
    <label>
      Service
      <select value={service} onChange={({ currentTarget: { value } }) => choose({ service: value })}>
        <option value="">standard</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {level.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
