/** Plain data as JSON in pieces, for what would not fit into memory, or into one text, as a whole. */

const PIECE = 64 * 1024

/** As `JSON.stringify` writes it, without white space. What says itself how it is written (`toJSON`) is written in one go. */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = ''
  for (const token of tokensOf(value)) {
    piece += token
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}

function* tokensOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) {
    yield JSON.stringify(value)
    return
  }
  const isList = Array.isArray(value)
  let separator = isList ? '[' : '{'
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined && !isList) continue
    yield isList ? separator : `${separator}${JSON.stringify(key)}:`
    yield* tokensOf(one ?? null)
    separator = ','
  }
  yield separator === ',' ? (isList ? ']' : '}') : isList ? '[]' : '{}'
}
