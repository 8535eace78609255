/** A table as a file that spreadsheet programs open. */

/** What a spreadsheet would take for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/

/** Tells spreadsheet programs that what follows is UTF-8. */
const MARK = '\ufeff'

export function csvResponse(name: string, rows: readonly (readonly string[])[]): Response {
  return fileOf(name, csvText(rows))
}

export function csvText(rows: readonly (readonly string[])[]): string {
  return `${MARK}${rows.map(lineOf).join('')}`
}

/**
 * The same of a long list, sent while it is read. The first row is read before anything is sent, so that what is refused is refused; what
 * fails later breaks the file off.
 */
export async function csvStream(
  name: string,
  titles: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Promise<Response> {
  const reading = rows[Symbol.asyncIterator]()
  let row = await reading.next()
  let begun = `${MARK}${lineOf(titles)}`
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      let lines = begun
      begun = ''
      for (; row.done !== true && lines.length < CHUNK; row = await reading.next()) lines += lineOf(row.value)
      controller.enqueue(encoder.encode(lines))
      if (row.done === true) controller.close()
    },
    cancel: async () => {
      await reading.return?.()
    },
  })
  return fileOf(name, body)
}

const CHUNK = 16_384

function fileOf(name: string, body: string | ReadableStream<Uint8Array>): Response {
  return fileResponse(`${name}.csv`, 'text/csv; charset=utf-8', body)
}

/** A file to be kept; its name is of letters that need no quoting. */
export function fileResponse(name: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}

function lineOf(row: readonly string[]): string {
  return `${row.map(quoted).join(',')}\r\n`
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
