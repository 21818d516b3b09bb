import type { ComponentType } from 'preact';
import { ChangesView } from './changes/ChangesView.js';
import { CompareView } from './compare/CompareView.js';
import { CostView } from './cost/CostView.js';
import { hashOf } from './hash.js';
import { ModelView } from './model/ModelView.js';
import { OfferView } from './model/OfferView.js';
import { OffersView } from './offers/OffersView.js';
import { OpenView } from './open/OpenView.js';
import { PicturesView } from './pictures/PicturesView.js';
import { RunView } from './run/RunView.js';
import { usePlace } from './usePlace.js';
import type { ViewProps } from './view.js';
import type { Book } from './book.js';

const views: readonly { readonly name: string; readonly title?: string; readonly View: ComponentType<ViewProps> }[] = [
  { name: 'offers', title: 'Offers', View: OffersView },
  { name: 'cost', title: 'Calculator', View: CostView },
  { name: 'changes', title: 'Changes', View: ChangesView },
  { name: 'pictures', title: 'Pictures', View: PicturesView },
  { name: 'open', title: 'Open questions', View: OpenView },
  { name: 'run', title: 'The run', View: RunView },
  { name: 'model', View: ModelView },
  { name: 'offer', View: OfferView },
  { name: 'compare', View: CompareView },
];

/** The page: the places to go, and the view of the one where it is. */
export function App({ book }: { readonly book: Book }) {
  const [place, choose] = usePlace();
  const { View } = views.find(({ name }) => name === place.view) ?? { View: OffersView };
  return (
    <>
      <header>
        <h1>
          <a href={hashOf({})}>ratecard</a>
        </h1>
        <nav aria-label="Views">
          {views.map(({ name, title }) =>
            title === undefined ? null : (
              <a key={name} href={hashOf({ view: name })} aria-current={name === place.view ? 'page' : undefined}>
                {title}
              </a>
            ),
          )}
        </nav>
      </header>
      <main>
        <View book={book} place={place} choose={choose} />
      </main>
      <Footer book={book} />
    </>
  );
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

function Footer({ book: { data, offers } }: { readonly book: Book }) {
  const { run, providers, version } = data;
  return (
    <footer>
      {counted(offers.length, 'offer')} of {counted(providers.length, 'provider')}
      {run ? `, run of ${run.startedAt.slice(0, 16).replace('T', ' ')} UTC` : ''}, ratecard {version}. A price is never
      guessed: what is not known stays empty and says why.
    </footer>
  );
}
