import type { Draft } from '../../model/draft.js';

/** Why a model has no price whose cells show yuan and no dollars; nothing for all others. */
export function inYuan(cells: readonly (string | null)[]): Pick<Draft, 'noPrice'> {
  const shown = cells.join(' ');
  const isYuan = /[¥￥元]|\b(CNY|RMB)\b/.test(shown) && !shown.includes('$');
  return isYuan ? { noPrice: 'the page shows its prices in yuan' } : {};
}
