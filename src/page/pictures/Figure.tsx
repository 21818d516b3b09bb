import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** Draws it so many px wide; another function is another picture. */
  readonly draw: (width: number) => Element;
  /** What it shows, for who does not see it. */
  readonly label: string;
  /** It has links inside, which are more than a picture. */
  readonly hasLinks?: boolean;
  /** Gets what was drawn, and undefined once it is gone. */
  readonly onDrawn?: (drawn: Element | undefined) => void;
}

/** A picture as wide as there is room. */
export function Figure({ draw, label, hasLinks, onDrawn }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  useEffect(() => {
    if (width === 0) return undefined;
    const drawn = draw(width);
    // The library's own names of parts, such as `dot`, tell nobody anything.
    for (const part of drawn.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
    host.current?.append(drawn);
    onDrawn?.(drawn);
    return () => {
      onDrawn?.(undefined);
      drawn.remove();
    };
  }, [draw, width, onDrawn]);
  return <div ref={host} class="pictures-drawn" role={hasLinks ? 'group' : 'img'} aria-label={label} />;
}

/** How wide an element is, in whole px; 0 before it is known. */
function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [host]);
  return width;
}
