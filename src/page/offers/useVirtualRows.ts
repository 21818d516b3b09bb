import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows that are drawn above and below those in sight, so that a fast scroll shows no gap. */
export const overscan = 8;

/** The rows of a long table that are in sight, of all of which the height is the same (px), as the box is scrolled. */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, draw] = useReducer<number, undefined>((drawn) => drawn + 1, 0);
  const options = {
    ...{ count, observeElementRect, observeElementOffset, scrollToFn: elementScroll },
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan,
    // The head sticks to the top of the box.
    scrollPaddingStart: height + 8,
    onChange: () => draw(undefined),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  useLayoutEffect(() => rows.measure(), [rows, height]);
  return rows;
}
