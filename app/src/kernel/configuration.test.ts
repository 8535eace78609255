import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WrongInput } from './command.ts'
import { readConfiguration, SETTINGS } from './configuration.ts'

let scratch = ''
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'maqami-settings-'))
})
afterAll(() => {
  rmSync(scratch, { recursive: true })
})

function problems(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof WrongInput) return error.lines.slice(0, -1)
    throw error
  }
  return []
}

test('nothing has to be set', () => {
  const configuration = readConfiguration({ PATH: '/bin' })
  expect(configuration).toMatchObject({ DATABASE_URL: undefined, MAQAMI_ADDRESS: '127.0.0.1', MAQAMI_PORT: 8080 })
  expect(configuration.MAQAMI_DATA_FOLDER).toBe(join(process.cwd(), 'data'))
  expect(readConfiguration({ MAQAMI_PORT: '' }).MAQAMI_PORT).toBe(8080)
})

test('links lead to the port that was chosen, unless the address that people type is another', () => {
  const address = (more: Readonly<Record<string, string>>) => readConfiguration(more).MAQAMI_PUBLIC_ADDRESS.href
  expect(address({})).toBe('http://localhost:8080/')
  expect(address({ MAQAMI_PORT: '8081', MAQAMI_PUBLIC_ADDRESS: '' })).toBe('http://localhost:8081/')
  const behindProxy = { MAQAMI_PORT: '8081', MAQAMI_PUBLIC_ADDRESS: 'https://maqami.example.gov' }
  expect(address(behindProxy)).toBe('https://maqami.example.gov/')
})

test('each bad value is named, with what to write instead', () => {
  expect(problems({ MAQAMI_PORT: 'eighty', MAQAMI_LOG_LEVEL: 'loud' })).toEqual([
    "The setting MAQAMI_PORT is 'eighty'. Write a port, a whole number up to 65535.",
    "The setting MAQAMI_LOG_LEVEL is 'loud'. Write one of fatal, error, warn, info, debug, trace, silent.",
  ])
  expect(problems({ MAQAMI_PORT: '65536' })).toHaveLength(1)
  expect(problems({ MAQAMI_PORT: '65535' })).toEqual([])
  expect(problems({ MAQAMI_SECOND_FACTOR: 'yes' })).toEqual([
    "The setting MAQAMI_SECOND_FACTOR is 'yes'. Write signatures, or everybody.",
  ])
  expect(problems({ MAQAMI_ADDRESS: 'localhost' })[0]).toContain('Write an IP address')
  expect(problems({ MAQAMI_PUBLIC_ADDRESS: 'maqami.example.gov' })).toHaveLength(1)
  expect(problems({ MAQAMI_PUBLIC_ADDRESS: 'https://maqami.example.gov/app?x=1' })).toHaveLength(1)
  expect(problems({ MAQAMI_PORT: '9464' })[0]).toContain('the same port')
  expect(problems({ DATABASE_OWNER_URL: 'postgresql://owner@db/maqami' })[0]).toContain('stands alone')
})

test('a virus scanner is where it listens, and nothing else is taken for one', () => {
  const read = (text: string) => readConfiguration({ MAQAMI_VIRUS_SCANNER: text }).MAQAMI_VIRUS_SCANNER
  expect(read('')).toBeUndefined()
  expect(read('tcp://clamav:3310')).toEqual({ host: 'clamav', port: 3310 })
  expect(read('tcp://[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  expect(read('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  for (const wrong of [
    'clamav:3310',
    'tcp://clamav',
    'tcp://clamav:0',
    'tcp://clamav:3310/',
    'unix:clamd.ctl',
    'tcp://',
  ])
    expect(problems({ MAQAMI_VIRUS_SCANNER: wrong })).toEqual([
      `The setting MAQAMI_VIRUS_SCANNER is '${wrong}'. Write where clamd listens: tcp://host:3310, or unix:/run/clamav/clamd.ctl.`,
    ])
})

test('a misspelt setting is refused and not passed over', () => {
  expect(problems({ MAQAMI_PROT: '80' })[0]).toMatch(/^There is no setting MAQAMI_PROT\. There are: .*MAQAMI_PORT/)
})

test('a secret is read from the file that is named for it, and never quoted', () => {
  const file = join(scratch, 'url')
  writeFileSync(file, 'postgresql://maqami:hunter2@db/maqami\n')
  expect(readConfiguration({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe('postgresql://maqami:hunter2@db/maqami')
  writeFileSync(file, 'mysql://maqami:hunter2@db/maqami\n')
  expect(problems({ DATABASE_URL_FILE: file })[0]).toContain('is not the address of a PostgreSQL server')
  expect(problems({ DATABASE_URL_FILE: file }).join(' ')).not.toContain('hunter2')
  expect(problems({ DATABASE_URL: 'hunter2' }).join(' ')).not.toContain('hunter2')
  expect(problems({ DATABASE_URL_FILE: join(scratch, 'none') })[0]).toContain('cannot be read')
  expect(problems({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgresql://db/maqami' })[0]).toContain('given twice')
})

test('the page on configuration has a line for each setting with its default, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/operating/configuration.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(([, name, fallback]) => [name, fallback])
  const settings = Object.entries(SETTINGS).map(([name, { fallback }]) => [
    name,
    fallback === '' ? 'none' : `\`${fallback}\``,
  ])
  expect(rows).toEqual(settings)
  const fromFiles = Object.entries(SETTINGS).flatMap(([name, setting]) => ('isSecret' in setting ? [name] : []))
  expect(
    [...page.matchAll(/`([A-Z_]+)_FILE`/g)].map(([, name]) => name).filter((name) => name?.endsWith('_KEY') !== true),
  ).toEqual(fromFiles)
})
