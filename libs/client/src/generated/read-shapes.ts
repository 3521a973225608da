/** The shapes of procedures by namespace: the names in it with spaces between, and the shapes of all of them in a row. */
export type PackedShapes = Readonly<Record<string, readonly [names: string, shapes: string]>>;

const SHAPE_CHARACTERS = 5;

/** Shapes by path. Packed, hundreds of them take half the bytes. */
export function readShapes(packed: PackedShapes): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(packed).flatMap(([namespace, [names, shapes]]) =>
      names
        .split(' ')
        .map((name, index) => [
          namespace === '' ? name : `${namespace}.${name}`,
          shapes.slice(index * SHAPE_CHARACTERS, (index + 1) * SHAPE_CHARACTERS),
        ]),
    ),
  );
}
