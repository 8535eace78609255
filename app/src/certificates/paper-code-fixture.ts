/** The code on a certificate of paper, as a telephone reads it. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsqr from 'jsqr'

export async function codeOnPaper(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init()
  const opened = await library.loadDocument(pdf)
  const { data, width, height } = await opened.getPage(0).render({ scale: 2, render: 'bitmap' })
  opened.destroy()
  library.destroy()
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data ?? ''
}
