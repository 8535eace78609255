/** What a page says about itself: `export const handle = { see: 'see_licence', act: 'suspend_licence' } satisfies PageHandle`. */
export interface PageHandle {
  /** The command in the table of authority that it is to open the page. */
  readonly see: string
  /** The one that it is to send its form. Without it the page takes none. */
  readonly act?: string
  /** The bytes that its form may send, where that is more than pages take otherwise: a page that takes a file. */
  readonly largest?: number
  readonly script?: PageScript
}

/** The one script that a page may run. */
export interface PageScript {
  /** Its address, as the build names it. */
  readonly file: string
  /** It fetches data of ours. */
  readonly fetches?: boolean
}
