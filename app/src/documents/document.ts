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

/** Its row, which stays when the bytes are destroyed. */
export type StoredDocument = Omit<Document, 'bytes'> & {
  readonly bytes: Buffer | null
  /** The day on which the bytes were destroyed; null while they are there. */
  readonly destroyed_on: string | null
}

export type DocumentListed = Omit<StoredDocument, 'bytes'>

/** The time for which it is kept is over. */
export interface DocumentDestroyed {
  readonly code: 'document_destroyed'
  readonly destroyed_on: string
}

export type NoDocument = { readonly code: 'document_unknown' } | DocumentDestroyed

/** Of a file that somebody hands in. */
export interface FileRefusal {
  /** By its bytes it is none of what is taken here. */
  readonly code: 'file_type_unfit'
}
