/** In which forms a return comes in through the service, and how a file is told to be one of them. */
import type { ReturnInput } from './read-return.ts'
import type { ReturnSchema } from './schema/return-schema.ts'

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv'
export const ZIP = 'application/zip'
export const JSON_RETURN = 'application/json'

/** By the ending of its name, since browsers disagree about types. What has none of these is read as a workbook, which says what is wrong with it. */
export function mediaTypeOf(name: string): string {
  if (/\.csv$/i.test(name)) return CSV
  if (/\.zip$/i.test(name)) return ZIP
  return /\.json$/i.test(name) ? JSON_RETURN : WORKBOOK
}

export interface ReturnFile {
  readonly name: string
  readonly media_type: string
  readonly bytes: Buffer
}

/** A single table is named as its sheet; where the return has one sheet only, its name does not matter. */
export function inputOf({ name, media_type, bytes }: ReturnFile, { sheets }: ReturnSchema): ReturnInput {
  if (media_type === ZIP) return { form: 'csv in zip', bytes }
  if (media_type === JSON_RETURN) return { form: 'json', bytes }
  if (media_type !== CSV) return { form: 'xlsx', bytes }
  const [only, ...others] = sheets
  return { form: 'csv', files: [{ name: only === undefined || others.length > 0 ? name : only.name, bytes }] }
}
