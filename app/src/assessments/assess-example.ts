/** `example`: the main job on the example return, from a fresh clone. */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { assessmentText } from '@maqami/engine/explain/text.ts'
import { type Command, print } from '../kernel/command.ts'
import { noWords, readOptions } from '../kernel/options.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { loadReturn, tellWarnings } from '../returns/load-return.ts'
import { returnSchemaOf } from '../returns/release-schema.ts'
import { yearOf } from '../returns/return-year.ts'
import { assessSubjects } from './assess-subjects.ts'
import { renderAssessment } from './render-assessment.ts'

const PROGRAMME = 'pk-medmp-2026'
const RETURN = 'return-2026-27.xlsx'
const YEAR = '2026-27'
const PAGES = { en: 'assessment.html', ur: 'assessment-ur.html' } as const

export const assessExample: Command = {
  name: 'example',
  usage: '',
  summary: 'Assess the example return and write the explained result as a page',
  run: async (args) => {
    noWords(readOptions(args, []))
    const release = await loadRelease(join(PROJECT_ROOT, 'policy', PROGRAMME))
    const year = yearOf(YEAR, release.engine.programme.heading.yearStarts)
    if (year === undefined) throw new Error(`'${YEAR}' is not a year of ${PROGRAMME}`)
    const read = await loadReturn([join(PROJECT_ROOT, 'examples', RETURN)], {
      schema: returnSchemaOf(release),
      year,
      day: year.last,
      language: 'en',
      rates: undefined,
      annotated: undefined,
    })
    tellWarnings(read.warnings, 'en')
    const assessed = assessSubjects(release, {
      year,
      day: year.last,
      subjects: read.subjects,
      further: undefined,
      warnings: read.warnings,
    })
    print(`The return examples/${RETURN}, of an invented maker:\n`)
    for (const { assessment, subject, unreported } of assessed.subjects)
      print(assessmentText(assessment, { language: 'en', isBrief: true, subject, year: YEAR, unreported }))
    const folder = join(PROJECT_ROOT, 'data')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, PAGES.en), await renderAssessment(assessed, 'en', PAGES.ur))
    await writeFile(join(folder, PAGES.ur), await renderAssessment(assessed, 'ur', PAGES.en))
    print(`\nWhy each of these is so: ${pathToFileURL(join(folder, PAGES.en)).href}`)
    print(`In Urdu:                 ${pathToFileURL(join(folder, PAGES.ur)).href}`)
    openPage(join(folder, PAGES.en))
    return 0
  },
}

/** Opens the page where a person sits at a screen; anywhere else its address has been printed. */
function openPage(path: string): void {
  const hasScreen =
    process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (!process.stdout.isTTY || !hasScreen || process.env['CI'] !== undefined) return
  const [program, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const opened = spawn(program ?? '', [...args, path], { detached: true, stdio: 'ignore' })
  opened.on('error', () => undefined)
  opened.unref()
}
