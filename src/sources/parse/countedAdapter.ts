import type { TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { checkDepth, deepestElement, inWords, mostMoves, mostNodes } from './limits.js';
import { shapeError } from './shapeError.js';
import { type AnyNode, type Element, isTag } from 'domhandler';

const isTemplate = (node: AnyNode): node is Element => isTag(node) && node.name === 'template';

/**
 * The tree that a page is read into, counted: the parser looks through the open elements at each tag, so that a page that
 * closes none costs the square of its length. Throws a shape error where the page is deeper or larger than pages are.
 */
export function countedAdapter(): TreeAdapter<Htmlparser2TreeAdapterMap> {
  const depths = new WeakMap<object, number>();
  let nodes = 0;
  let moves = 0;
  const place = (parent: object, node: AnyNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    checkDepth(depth, deepestElement);
    depths.set(node, depth);
    // A template has its content before it has its place.
    if (isTemplate(node)) depths.set(adapter.getTemplateContent(node), depth + 1);
    nodes += 1;
    if (nodes > mostNodes) throw shapeError(`the page has more than ${inWords(mostNodes)} elements`);
  };
  const move = (siblings: number): void => {
    moves += siblings;
    if (moves > mostMoves) throw shapeError('the page has too many elements where none may be');
  };
  return {
    ...adapter,
    appendChild: (parent, node) => {
      place(parent, node);
      adapter.appendChild(parent, node);
    },
    insertBefore: (parent, node, before) => {
      place(parent, node);
      move(parent.children.length);
      adapter.insertBefore(parent, node, before);
    },
    insertTextBefore: (parent, text, before) => {
      move(parent.children.length);
      adapter.insertTextBefore(parent, text, before);
    },
  };
}
