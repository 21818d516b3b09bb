import type { Request } from '../model/request.js';

/** What makes two requests the same one, whoever asks: method, URL and body. */
export const requestKey = ({
  method = 'GET',
  url,
  body = '',
}: {
  readonly method?: Request['method'] | undefined;
  readonly url: string;
  readonly body?: string | undefined;
}): string => JSON.stringify([method, url, body]);
