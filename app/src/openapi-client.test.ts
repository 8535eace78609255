/** The client that the service writes is what docs/how-to/file-by-program.md uses: it compiles, and the program prints what the page shows. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from './api-fixture.ts'
import { keyCommands } from './kernel/key-scope.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { issueApiKey } from './people/issue-api-key.ts'
import { returnsAuthority } from './returns/filing/returns-api.ts'
import { authorisedMaker, done, openThread, publish, type TestThread } from './thread-fixture.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'maqami-client-'))
let thread: TestThread
let api: TestApi
beforeAll(async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server')
  thread = await openThread(server)
  await publish(thread, 'bicycles')
  api = await openApi(thread, folder)
  const answer = await api.app.inject('/api/client.ts')
  writeFileSync(join(folder, 'maqami.ts'), answer.body)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
}, 60_000)
afterAll(async () => {
  await api.app.close()
  await thread.made.drop()
  rmSync(folder, { recursive: true })
})

const PAGE = readFileSync(join(ROOT, 'docs/how-to/file-by-program.md'), 'utf8')

function block(pattern: RegExp): string {
  const [, text] = pattern.exec(PAGE) ?? []
  if (text === undefined) throw new Error(`the page has no ${pattern.source}`)
  return text
}

/** What the compiler says of programs beside the client, under the strictest settings of this repository. */
async function compiled(...files: readonly string[]): Promise<string> {
  const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')) as {
    readonly compilerOptions: Readonly<Record<string, unknown>>
  }
  const options = {
    ...compilerOptions,
    incremental: false,
    tsBuildInfoFile: undefined,
    noPropertyAccessFromIndexSignature: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }))
  try {
    const { stdout } = await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder])
    return stdout
  } catch (error) {
    return (error as { readonly stdout: string }).stdout
  }
}

const WRONG = [
  "await ask('GET /api/nothing', {})",
  "await ask('GET /api/returns/{id}', {})",
  "await ask('POST /api/notices', { body: { determination: 7 } })",
  "await ask('POST /api/returns', { query: { programme: 'b', kind: 'annual', period: '2026-27' }, body: 'x' })",
  "await ask('POST /api/firm-records/{id}/review', { params: { id: 'x' }, body: { kind: 'confirmed' } })",
]

test('the program of the page compiles, and prints what the page shows; what no route takes does not compile', async () => {
  const wrong = WRONG.map((line) => `// @ts-expect-error it must not compile\n${line}`).join('\n')
  writeFileSync(
    join(folder, 'wrong.ts'),
    `import { maqami } from './maqami.ts'\nconst ask = maqami('https://x')\n${wrong}\n`,
  )
  writeFileSync(join(folder, 'file.ts'), block(/^```ts file\.ts\n(.*?)^```$/ms))
  expect(await compiled('file.ts', 'wrong.ts')).toBe('')
  const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const head = await actorOf(thread.made.database, 'administrator', { id: maker.id, kind: 'manufacturer' })
  const offered = keyCommands(api.routes, returnsAuthority)
  thread.on('2027-07-10')
  const wanted = { name: 'bookkeeping', role: 'maker_clerk', commands: ['upload_return'], days: 30 }
  const { key } = done(await issueApiKey(api.identity, offered, head, wanted))
  const address = await api.app.listen({ port: 0, host: '127.0.0.1' })
  const { stdout } = await run(process.execPath, [join(folder, 'file.ts')], { env: { SERVICE: address, KEY: key } })
  expect(stdout).toBe(block(/^```console\n\$[^\n]*\n(.*?)^```$/ms))
}, 30_000)
