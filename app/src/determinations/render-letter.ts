/** The letter of a determination as a PDF. Typst lays it out, with the fonts shipped here; all texts reach it as data, never as markup. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { encodeQR } from 'qr'
import type { RenderLetter } from './letter.ts'
import { letterText, type PrintLetter } from './letter-text.ts'
import type { RenderPlainLetter } from './plain-letter.ts'

function fontFiles(): readonly string[] {
  return [
    import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf'),
  ]
}

interface Press {
  readonly compiler: NodeCompiler
  readonly determination: string
  readonly plain: string
}

/** Any paper, of a template of its own that takes its texts from `sys.inputs.letter`. */
export async function printPaper(template: string, name: string, data: unknown): Promise<Buffer> {
  press ??= openPress()
  return pdfOf((await press).compiler, template, name, JSON.stringify(data))
}

/** How many letters what Typst remembers of one outlives. */
const REMEMBERED = 10

let press: Promise<Press> | undefined

export const renderLetter: RenderLetter = async (data) => await printLetter(letterText(data))

/** Of whatever says findings, reasons and consequences as the letter of a determination does. */
export const printLetter: PrintLetter = async (text) =>
  await printed(
    'determination',
    text.number,
    JSON.stringify({ ...text, code: encodeQR(text.verify_address, 'svg', { border: 1 }) }),
  )

/** Any other letter about a case. */
export const renderPlainLetter: RenderPlainLetter = async (text) =>
  await printed('plain', text.number, JSON.stringify(text))

async function printed(template: 'determination' | 'plain', number: string, letter: string): Promise<Buffer> {
  press ??= openPress()
  const { compiler, ...templates } = await press
  return pdfOf(compiler, templates[template], number, letter)
}

/** In one step: a document held between compiling and printing would stay in memory until the next collection. */
function pdfOf(compiler: NodeCompiler, mainFileContent: string, number: string, letter: string): Buffer {
  try {
    return compiler.pdf({ mainFileContent, inputs: { letter } })
  } catch (cause) {
    // Typst says what is wrong in the code of an error without a message.
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new Error(`Letter ${number} cannot be printed: ${why}`, { cause })
  } finally {
    compiler.evictCache(REMEMBERED)
  }
}

/** Loaded with the first letter: the native module alone is 50 MB. */
async function openPress(): Promise<Press> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const [head = '', body = '', plain = ''] = await Promise.all(
    ['letter-head.typ', 'letter.typ', 'plain-letter.typ'].map(
      async (name) => await readFile(new URL(name, import.meta.url), 'utf8'),
    ),
  )
  const fonts = await Promise.all(fontFiles().map(async (file) => readFile(fileURLToPath(file))))
  // Given here, a font comes before one of the same name that the machine happens to have.
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  return { compiler, determination: `${head}\n${body}`, plain: `${head}\n${plain}` }
}
