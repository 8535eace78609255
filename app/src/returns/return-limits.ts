/**
 * The limits on a return. They are checked before anything is unpacked and counted again while it is read, so that no file,
 * whatever it claims about itself, takes more memory or time than a large honest return.
 */
export const RETURN_LIMITS = {
  /** Of the file, or of all CSV files together. */
  bytes: 20 * 1024 * 1024,
  entries: 200,
  unpackedBytesOfEntry: 300 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  /** An honest sheet packs at 10 to 40 times; nothing but a bomb exceeds this above a megabyte. */
  packing: 200,
  packingFrom: 1024 * 1024,
  sheets: 30,
  /** Lines with content in one sheet, unless its schema says otherwise. */
  rows: 20_000,
  /** Blank rows, which workbooks carry for their formats. */
  blankRows: 100_000,
  columns: 100,
  /** Cells with content in the whole return. */
  cells: 320_000,
  /** Places of cells up to the last filled one of each row. */
  places: 1_000_000,
  /** Characters of all texts that are kept, eight more counted for each. */
  text: 8_000_000,
  /** Entries of a list inside a workbook: formats, relationships. */
  listed: 10_000,
  /** Characters of the name or code of such an entry. */
  listedText: 2_000,
  /** What a cell of a workbook can hold at most. */
  cellText: 32_767,
  /** Errors that are kept, and warnings beside them; the rest are counted. */
  errors: 1_000,
} as const

/** Of a cell that becomes a fact. */
export const LONGEST_TEXT = 250

export type ReturnLimits = { readonly [Name in keyof typeof RETURN_LIMITS]: number }
