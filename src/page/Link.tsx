/** A page elsewhere: a link only where its address is one of the web, whatever a source says. */
export const Link = ({ url }: { readonly url: string }) =>
  /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer" target="_blank">
      {url}
    </a>
  ) : (
    <>{url}</>
  );
