/** Stops the reading of a return as a whole. Thrown deep inside a stream, and made a value again where reading began. */
import { XmlError, type XmlFault } from '../kernel/limited-xml.ts'
import { ZipError, type ZipFault } from '../kernel/limited-zip.ts'
import type { ErrorDetails, ReturnErrorCode } from './return-errors.ts'

export class Refusal extends Error {
  readonly code: ReturnErrorCode
  readonly details: ErrorDetails
  constructor(code: ReturnErrorCode, details: ErrorDetails) {
    super(code)
    this.code = code
    this.details = details
  }
}

export function refuse(code: ReturnErrorCode, found?: string, expected?: string): never {
  throw new Refusal(code, { found, expected })
}

export function refuseAt(code: ReturnErrorCode, details: ErrorDetails): never {
  throw new Refusal(code, details)
}

const ZIP_CODES: Readonly<Record<ZipFault, ReturnErrorCode>> = {
  'too large': 'file_too_large',
  'not a zip': 'not_a_workbook',
  truncated: 'truncated_workbook',
  broken: 'broken_workbook',
  encrypted: 'encrypted_workbook',
  'too many entries': 'too_many_entries',
  'duplicate entry': 'duplicate_entry',
  'unsafe path': 'unsafe_path',
  'packed too densely': 'zip_bomb',
  'unpacks too large': 'unpacked_too_large',
  'not utf-8': 'broken_workbook',
}

const XML_CODES: Readonly<Record<XmlFault, ReturnErrorCode>> = {
  'document type': 'xml_doctype',
  broken: 'broken_workbook',
  'token too long': 'xml_endless',
  'nested too deeply': 'broken_workbook',
  'too many elements': 'xml_too_many',
  'wrong encoding': 'broken_workbook',
  'two vocabularies': 'broken_workbook',
}

/** The refusal that an error means; anything else is a fault of ours, and is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof ZipError)
    return new Refusal(ZIP_CODES[error.fault], { found: error.detail === '' ? undefined : error.detail })
  if (error instanceof XmlError) return new Refusal(XML_CODES[error.fault], {})
  throw error
}
