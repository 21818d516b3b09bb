import { join } from 'node:path';
import ts from 'typescript';

/** A node of a JSON Schema, as far as it is described here. */
export interface SchemaNode {
  description?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | false;
}

const dir = join(import.meta.dirname, '../src/model');

/** Where a schema is declared: a constant of `src/model/<file>.ts`. */
export interface Declared {
  readonly file: string;
  readonly name: string;
}

let opened: ts.Program | undefined;
const programOf = (files: readonly string[]): ts.Program =>
  (opened ??= ts.createProgram(
    files.map((file) => join(dir, `${file}.ts`)),
    {
      ...{
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        strict: true,
        skipLibCheck: true,
        types: [],
      },
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    },
  ));

/** Describes the nodes of a JSON Schema by the comments of its zod schema: what a field says of itself, else its type. */
export function describeBy<Node extends SchemaNode>(
  node: Node,
  { file, name }: Declared,
  files: readonly string[],
): Node {
  const program = programOf(files);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(dir, `${file}.ts`));
  const module = source && checker.getSymbolAtLocation(source);
  const constant = module && checker.getExportsOfModule(module).find((one) => one.name === name);
  if (!constant) throw new Error(`src/model/${file}.ts exports no ${name}`);
  const said = commentOf(constant, checker);
  if (said) node.description = said;
  describe(node, outputOf(constant, checker), checker);
  return node;
}

/** The type of what a schema reads. */
function outputOf(constant: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const output = checker.getTypeOfSymbol(constant).getProperty('_output');
  if (!output) throw new Error(`${constant.name} is no schema`);
  return checker.getTypeOfSymbol(output);
}

function describe(node: SchemaNode, type: ts.Type, checker: ts.TypeChecker): void {
  const known = checker.getNonNullableType(type);
  for (const { properties = {}, items, additionalProperties } of node.anyOf ?? [node]) {
    for (const [name, child] of Object.entries(properties)) {
      const field = fieldIn(known, name, checker);
      const said = field && commentOf(field, checker);
      if (said) child.description = said;
      if (field) describe(child, checker.getTypeOfSymbol(field), checker);
    }
    const inner = items
      ? checker.getIndexTypeOfType(known, ts.IndexKind.Number)
      : checker.getIndexTypeOfType(known, ts.IndexKind.String);
    const of = items ?? additionalProperties;
    if (of && inner) describe(of, inner, checker);
  }
}

/** A field of a type; of one that may be several the first that has it, words and numbers aside. */
const fieldIn = (type: ts.Type, name: string, checker: ts.TypeChecker): ts.Symbol | undefined =>
  (type.isUnion() ? type.types.filter(({ flags }) => flags & ts.TypeFlags.Object) : [type])
    .map((one) => checker.getPropertyOfType(one, name))
    .find((field) => field !== undefined);

/** The comment of a field or a constant; of one that has none, that of the constant that it is made of. */
function commentOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const own = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
  const made = own === '' ? madeOf(symbol, checker) : undefined;
  return made ? commentOf(made, checker) : own;
}

/** The first constant, zod aside, in the expression that a field is given; of one that was taken out of a shape, the field there. */
function madeOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return undefined;
  if (ts.isBindingElement(declaration))
    return checker.getPropertyOfType(checker.getTypeAtLocation(declaration.parent), symbol.name);
  const aliased = (one: ts.Symbol | undefined): ts.Symbol | undefined =>
    one && one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
  if (ts.isShorthandPropertyAssignment(declaration))
    return aliased(checker.getShorthandAssignmentValueSymbol(declaration));
  if (!ts.isPropertyAssignment(declaration)) return undefined;
  const names: ts.Identifier[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text !== 'z') names.push(node);
    if (!ts.isObjectLiteralExpression(node)) ts.forEachChild(node, collect);
  };
  collect(declaration.initializer);
  return names
    .map((name) => aliased(checker.getSymbolAtLocation(name)))
    .find((one) => one?.declarations?.some((found) => ts.isVariableDeclaration(found) || ts.isBindingElement(found)));
}
