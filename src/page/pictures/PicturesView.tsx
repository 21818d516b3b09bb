import type { ComponentType } from 'preact';
import { hashOf } from '../hash.js';
import type { ViewProps } from '../view.js';
import { AgreementPicture } from './AgreementPicture.js';
import { ContextPicture } from './ContextPicture.js';
import { CoveragePicture } from './CoveragePicture.js';
import './pictures.css';
import { SpreadPicture } from './SpreadPicture.js';

const pictures: readonly {
  readonly name: string;
  readonly title: string;
  readonly Picture: ComponentType<ViewProps>;
}[] = [
  { name: 'context', title: 'Price and context', Picture: ContextPicture },
  { name: 'spread', title: 'One model, many hosts', Picture: SpreadPicture },
  { name: 'coverage', title: 'Who states the prices', Picture: CoveragePicture },
  { name: 'agreement', title: 'Who agrees with whom', Picture: AgreementPicture },
];

/** Pictures of the table, of which one is drawn at a time. */
export function PicturesView(props: ViewProps) {
  const { of, chosen } = props.place;
  const shown = pictures.find(({ name }) => name === of) ?? pictures[0];
  if (!shown) return null;
  const { Picture, title } = shown;
  const price = chosen['price'] ?? '';
  return (
    <div class="pictures">
      <nav aria-label="Pictures">
        {pictures.map((one) => (
          <a
            key={one.name}
            href={hashOf({ view: 'pictures', of: one.name, chosen: { price } })}
            aria-current={one === shown ? 'page' : undefined}
          >
            {one.title}
          </a>
        ))}
      </nav>
      <h2 class="hidden">{title}</h2>
      <Picture key={shown.name} {...props} />
    </div>
  );
}
