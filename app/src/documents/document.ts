/** A file as it came in, or a letter as it went out. */

export interface Document {
  readonly id: string
  readonly organization: string
  readonly name: string
  readonly media_type: string
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string
  readonly bytes: Buffer
  readonly kept_at: string
  readonly kept_by: string
}

export type NewDocument = Pick<Document, 'organization' | 'name' | 'media_type' | 'bytes'>

export interface NoDocument {
  readonly code: 'document_unknown'
}

/** Of a file that somebody hands in. */
export interface FileRefusal {
  /** By its bytes it is none of what is taken here. */
  readonly code: 'file_type_unfit'
}
