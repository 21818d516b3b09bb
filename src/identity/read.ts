import { impliedFamilies, shortFamilies } from './data/families.js';
import { withoutDashed } from './dashes.js';
import { addedByName } from './displayName.js';
import { doorOf } from './door.js';
import { behindHeads } from './heads.js';
import { EMBEDDINGS } from './data/variants.js';
import { familiesOf, familyLab, hasOwnWords, isTuned, labOf, sellingLab, type Place } from './labOf.js';
import { labsBySpelling } from './data/labs.js';
import { withoutModes } from './modes.js';
import { emptyName, veiledBy } from './none.js';
import type { Facets } from '../model/identity.js';
import type { Offer } from './offer.js';
import { plain } from './plain.js';
import type { ReadingOrWhy } from './reading.js';
import { withoutSuffixes } from './suffixes.js';
import type { Token, Tokens } from './token.js';
import { tokenize } from './tokenize.js';

/** Reads one id by itself: its lab, the parts of its name, and what it says beside. Total; the same for the same offer. */
export function read(offer: Offer): ReadingOrWhy {
  const id = plain(offer.id);
  const provider = offer.provider.toLowerCase();
  const door = doorOf(id, provider);
  const facets: Facets = { ...door.facets };
  const veiled = veiledBy(id, door);
  if (veiled !== null) return { offer, why: veiled, facets };
  const { name, lab: head } = behindHeads(withoutSuffixes(door.name, facets), provider, facets);
  const parts = tokenize(withoutDashed(name, familiesOf(name.split(/[^a-z]+/)), facets));
  note(facets, parts);
  const { folders } = door;
  const place: Place = {
    folders,
    head,
    provider,
    ownedBy: offer.ownedBy?.toLowerCase() ?? null,
    quantized: facets.quantization !== undefined,
    published: isPublished(offer.id.replace(/^hf:/, '')),
  };
  return named(offer, parts, withNames(parts, namesOf(offer), place, facets), place, facets);
}

/** Whether an id is written as repositories are: with capitals in its first or its last part. */
function isPublished(id: string): boolean {
  const [first = '', ...rest] = id.split('/');
  const last = rest.at(-1);
  return last !== undefined && (/^[a-z0-9-]*[A-Z]/.test(first) || /[A-Z]/.test(last));
}

/** Puts the reading together, or says that the name says nothing. */
function named(offer: Offer, parts: Tokens, tokens: readonly Token[], place: Place, facets: Facets): ReadingOrWhy {
  const families = familiesOf(wordsOf(tokens));
  const lab = labOf(tokens, families, place);
  const why = emptyName(tokens, lab, parts.latest !== null);
  if (why !== null) return { offer, why, facets };
  return {
    offer,
    lab,
    familyLab:
      lab === null || labsBySpelling.has(lab) || !hasOwnWords(tokens, families) ? null : familyLab(families[0]),
    tokens: ofFamilies(tokens, families),
    date: parts.date,
    writtenDate: parts.written,
    revision: parts.revision,
    latest: parts.latest === 'latest',
    facets,
    repository: place.published && place.folders.length > 0 && /[A-Z]/.test(offer.id.slice(offer.id.lastIndexOf('/'))),
    isTuned: families.length > 0 && isTuned(tokens),
  };
}

/** The name of the repository, and the one for people. */
const namesOf = ({ weights, name }: Offer): string[] =>
  [weights?.split('/').at(-1), name].filter((text): text is string => text !== undefined && text !== null);

/** The tokens without modes, with a family that was left out and with what other names add; those of aliases and dates add nothing. */
function withNames(parts: Tokens, names: readonly string[], place: Place, facets: Facets): readonly Token[] {
  const { folders, head, provider } = place;
  const inner = labsBySpelling.get(folders.at(-1) ?? '') ?? head;
  const whole = completed(parts.tokens, inner ?? (folders.length === 0 ? sellingLab(provider) : null));
  const bare = withoutModes(whole, familiesOf(wordsOf(whole)), facets);
  if (parts.latest !== null || parts.date !== null) return bare;
  return names.reduce<readonly Token[]>((all, text) => [...all, ...addedByName(all, text, provider)], bare);
}

function note(facets: Facets, { written, latest }: Tokens): void {
  if (written !== null) facets.snapshot = written;
  if (latest !== null) facets.alias = latest;
}

/** Words of a name, and the letters of `o3` and `e5`, by which some families go. */
const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ text, kind }) =>
    kind === 'word' ? [text] : /^(o\d|e5|j2)/.test(text) ? [text.startsWith('o') ? 'o' : text] : [],
  );

/** The family that the seller left out, put in front: `opus-4-6`, `minimax/m2-her`, `deepseek.r1`. */
function completed(tokens: readonly Token[], lab: string | null): readonly Token[] {
  const families = familiesOf(wordsOf(tokens));
  const implied = tokens.map(({ text }) => impliedFamilies.get(text)).find((one) => one !== undefined);
  const isShort = (families.length === 0 ? /^[a-z]?\d/ : /^[a-z]\d/).test(tokens[0]?.text ?? '');
  const short = isShort ? shortFamilies.get(lab ?? '') : undefined;
  const family = implied ?? short;
  return family === undefined || tokens.some(({ text }) => text === family)
    ? tokens
    : [{ text: family, kind: 'word', glued: false }, ...tokens];
}

const ofFamilies = (tokens: readonly Token[], families: readonly string[]): readonly Token[] =>
  families.some((family) => EMBEDDINGS.has(family))
    ? tokens.filter(({ text }) => text !== 'embedding' && text !== 'text')
    : tokens;
