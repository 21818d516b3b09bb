/** Answers in which no JSON list of models is. */
export const notLists = [
  '<!doctype html><html><body>Not found</body></html>',
  '',
  '{}',
  '[]',
  '{"data":[]}',
  '{"data":{"models":7}}',
  '{"data":[{"id":"a"}',
  '{"error":{"message":"invalid key"}}',
];

/** What an endpoint that gets one of them fails with. */
export const shapeFault = { name: 'ShapeError' };
