/**
 * A text as workbooks store it, in a cell or in the list of shared texts: one piece, or a row of runs, with phonetic signs beside it.
 * What is arranged in any other way could be read as two texts.
 */
export interface RichText {
  value: string
  state: 'outside' | 'item' | 'run' | 'text' | 'aside'
  /** How deep inside what is passed over. */
  aside: number
  runs: number
  /** Pieces of text in the item or run that is open. */
  pieces: number
}

export function newRichText(): RichText {
  return { value: '', state: 'outside', aside: 0, runs: 0, pieces: 0 }
}

export function beginText(at: RichText): void {
  at.value = ''
  at.state = 'item'
  at.runs = 0
  at.pieces = 0
}

/** False for an element that does not belong where it stands. */
export function openInText(at: RichText, name: string): boolean {
  switch (at.state) {
    case 'aside':
      at.aside += 1
      return true
    case 'item':
    case 'run': {
      const inRun = at.state === 'run'
      if (name === 't' && at.pieces === 0 && (inRun || at.runs === 0)) {
        at.pieces = 1
        at.state = 'text'
        return true
      }
      if (name === 'r' && !inRun && (at.runs > 0 || at.pieces === 0)) {
        at.runs += 1
        at.pieces = 0
        at.state = 'run'
        return true
      }
      if (inRun ? name !== 'rPr' : name !== 'rPh' && name !== 'phoneticPr') return false
      at.aside = 1
      at.state = 'aside'
      return true
    }
    case 'text':
    case 'outside':
      return false
  }
}

/** Which state an element inside of the text leaves when it ends; the end of the item itself is not told here. */
export function closeInText(at: RichText, name: string): void {
  if (at.state === 'aside') {
    at.aside -= 1
    if (at.aside > 0) return
    at.state = name === 'rPr' ? 'run' : 'item'
  } else if (at.state === 'text') at.state = at.runs > 0 ? 'run' : 'item'
  else {
    at.state = 'item'
    at.pieces = 0
  }
}

export function textPiece(at: RichText, piece: string): void {
  if (at.state === 'text') at.value = at.value === '' ? piece : at.value + piece
}

/**
 * A copy of its own, with characters that XML cannot hold in the place of their codes (`_x000D_`), as spreadsheet programs show them. A
 * slice of a parsed chunk would keep the whole chunk in memory for as long as the cell lives.
 */
export function ownText(text: string): string {
  const plain = text.includes('_x')
    ? text
        .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .toWellFormed()
    : text
  return plain.length < 13 ? plain : Buffer.from(plain, 'utf8').toString('utf8')
}
