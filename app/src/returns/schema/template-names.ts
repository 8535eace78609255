/** Names of the sheets that a return carries beside its own; the reader passes over them. */
import type { Bilingual } from './return-schema.ts'

/** Holds programme and version, very hidden. */
export const MARKER_SHEET = '_maqami'
/** Holds the drop-down lists, very hidden. */
export const LIST_SHEET = '_lists'
export const README_SHEETS: Bilingual = { en: 'Read me', ur: 'ہدایات' }
export const ERROR_SHEETS: Bilingual = { en: 'Errors', ur: 'غلطیاں' }
