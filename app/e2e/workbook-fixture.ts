import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { loadRelease } from '../src/policy-releases/load-release.ts'
import { returnSchemaOf, schemaOfKind } from '../src/returns/release-schema.ts'
import { type FilledSheets, filledTemplate } from '../src/returns/write/fill-template.ts'

/** The file of a return of the bicycles with these lines. */
export async function workbook(sheets: FilledSheets, kind = 'annual'): Promise<string> {
  const release = await loadRelease(join(import.meta.dirname, '../../policy/bicycles'))
  const file = join(tmpdir(), `${randomUUID()}.xlsx`)
  await writeFile(
    file,
    Buffer.from(
      await filledTemplate(schemaOfKind(release, kind) ?? returnSchemaOf(release), 'en', sheets).xlsx.writeBuffer(),
    ),
  )
  return file
}
