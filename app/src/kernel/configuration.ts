/**
 * The settings of the service, read once from the environment. Each has its line in docs/operating/configuration.md, which a test holds
 * to this table. A setting that is a secret may stand in a file instead, named by the same setting with `_FILE`.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, resolve } from 'node:path'
import { WrongInput } from './command.ts'
import type { ScannerAddress } from './virus-scanner.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

interface Setting<T> {
  readonly fallback: string
  readonly isSecret?: true
  /** The value, or what is wrong with the text and what to write instead. */
  readonly read: (text: string) => { readonly value: T } | { readonly wrong: string }
}

export const SETTINGS = {
  MAQAMI_DATA_FOLDER: { fallback: './data', read: folder },
  DATABASE_URL: { fallback: '', isSecret: true, read: databaseUrl },
  DATABASE_OWNER_URL: { fallback: '', isSecret: true, read: databaseUrl },
  MAQAMI_ADDRESS: { fallback: '127.0.0.1', read: address },
  MAQAMI_PORT: { fallback: '8080', read: port },
  MAQAMI_METRICS_PORT: { fallback: '9464', read: port },
  MAQAMI_PUBLIC_ADDRESS: { fallback: 'http://localhost:8080', read: publicAddress },
  MAQAMI_LOG_LEVEL: { fallback: 'info', read: logLevel },
  MAQAMI_AUDIT_KEY_FILE: { fallback: '', read: optionalPath },
  MAQAMI_TRUSTED_PROXIES: { fallback: '', read: addresses },
  MAQAMI_IDENTITY_SECRET: { fallback: '', isSecret: true, read: secret },
  MAQAMI_OPENID_ISSUER: { fallback: '', read: optionalAddress },
  MAQAMI_OPENID_CLIENT_ID: { fallback: '', read: optionalText },
  MAQAMI_OPENID_CLIENT_SECRET: { fallback: '', isSecret: true, read: optionalText },
  MAQAMI_SECOND_FACTOR: { fallback: 'signatures', read: secondFactor },
  MAQAMI_GATE_KEY_FILE: { fallback: '', read: optionalPath },
  MAQAMI_GATE_OTHER_KEY_FILE: { fallback: '', read: optionalPath },
  MAQAMI_SMTP_URL: { fallback: '', isSecret: true, read: smtpUrl },
  MAQAMI_MAIL_FROM: { fallback: '', read: mailAddress },
  MAQAMI_WEBHOOK_NETWORKS: { fallback: '', read: addresses },
  MAQAMI_VIRUS_SCANNER: { fallback: '', read: scannerAddress },
  MAQAMI_RETENTION_YEARS: { fallback: '10', read: years },
} as const satisfies Readonly<Record<string, Setting<unknown>>>

type Value<S> = S extends Setting<infer T> ? T : never

export type Configuration = { readonly [Name in keyof typeof SETTINGS]: Value<(typeof SETTINGS)[Name]> }

type Environment = Readonly<Record<string, string | undefined>>

/** Every setting, or a refusal that lists everything that is wrong. A secret is never quoted. */
export function readConfiguration(environment: Environment): Configuration {
  const problems = [...unknownNames(environment)]
  const values: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    const given = textOf(name, setting, environment)
    const read = 'wrong' in given ? given : setting.read(given.text)
    if ('wrong' in read) problems.push(`The setting ${name} ${read.wrong}`)
    else values[name] = read.value
  }
  const { MAQAMI_PORT: ownPort } = values
  if (!environment['MAQAMI_PUBLIC_ADDRESS'] && typeof ownPort === 'number' && ownPort !== 0)
    values['MAQAMI_PUBLIC_ADDRESS'] = new URL(`http://localhost:${ownPort}`)
  if (values['DATABASE_OWNER_URL'] !== undefined && values['DATABASE_URL'] === undefined)
    problems.push('The setting DATABASE_OWNER_URL stands alone. Give DATABASE_URL as well, or neither.')
  if (values['MAQAMI_PORT'] === values['MAQAMI_METRICS_PORT'] && values['MAQAMI_PORT'] !== 0)
    problems.push('The settings MAQAMI_PORT and MAQAMI_METRICS_PORT name the same port. Give each its own.')
  const openId = ['MAQAMI_OPENID_ISSUER', 'MAQAMI_OPENID_CLIENT_ID', 'MAQAMI_OPENID_CLIENT_SECRET']
  const given = openId.filter((name) => values[name] !== undefined)
  if (given.length > 0 && given.length < openId.length)
    problems.push(`The settings ${openId.join(', ')} belong together. Give all of them, or none.`)
  if (problems.length > 0)
    throw new WrongInput([...problems, 'Settings are described in docs/operating/configuration.md.'])
  return values as unknown as Configuration
}

/** A word that begins like a setting and is none is a slip of the pen, and would be ignored without a word. */
function unknownNames(environment: Environment): readonly string[] {
  const known = Object.entries<Setting<unknown>>(SETTINGS).flatMap(([name, { isSecret }]) =>
    isSecret === true ? [name, `${name}_FILE`] : [name],
  )
  return Object.keys(environment)
    .filter((name) => name.startsWith('MAQAMI_') && !known.includes(name))
    .map((name) => `There is no setting ${name}. There are: ${known.join(', ')}.`)
}

function textOf(
  name: string,
  { fallback, isSecret }: Setting<unknown>,
  environment: Environment,
): { readonly text: string } | { readonly wrong: string } {
  // An empty variable is how a container's manifest leaves a setting out.
  const given = environment[name] === '' ? undefined : environment[name]
  const file = isSecret === true ? environment[`${name}_FILE`] : undefined
  if (file === undefined || file === '') return { text: given ?? fallback }
  if (given !== undefined) return { wrong: `is given twice, by itself and by ${name}_FILE. Remove one of them.` }
  try {
    const text = readFileSync(file, 'utf8').trim()
    return text === '' ? { wrong: `is read from '${file}', which is empty. Write the value there.` } : { text }
  } catch {
    return { wrong: `is read from '${file}', which cannot be read. Name a file that this user may read.` }
  }
}

function folder(text: string): { readonly value: string } | { readonly wrong: string } {
  return text.includes('\0') ? { wrong: 'is no path.' } : { value: resolve(text) }
}

function optionalPath(text: string): { readonly value: string | undefined } {
  return { value: text === '' ? undefined : resolve(text) }
}

function optionalText(text: string): { readonly value: string | undefined } {
  return { value: text === '' ? undefined : text }
}

const SHORTEST_SECRET = 32

function secret(text: string): { readonly value: string | undefined } | { readonly wrong: string } {
  if (text !== '' && text.length < SHORTEST_SECRET)
    return { wrong: `is shorter than ${SHORTEST_SECRET} characters. Make one with: openssl rand -base64 32` }
  return optionalText(text)
}

/** `10.0.0.1, 10.1.0.0/16`. */
function addresses(text: string): { readonly value: readonly string[] } | { readonly wrong: string } {
  const value = text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  const wrong = value.find((one) => {
    const [, ip = '', bits = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(one) ?? []
    return isIP(ip) === 0 || Number(bits) > (isIP(ip) === 4 ? 32 : 128)
  })
  if (wrong === undefined) return { value }
  return {
    wrong: `names '${wrong}'. Write IP addresses or ranges with commas between them, such as 10.0.0.1, 10.1.0.0/16.`,
  }
}

function optionalAddress(text: string): { readonly value: URL | undefined } | { readonly wrong: string } {
  if (text === '') return { value: undefined }
  if (URL.canParse(text) && /^https?:/.test(text)) return { value: new URL(text) }
  return { wrong: `is '${text}'. Write its address, such as https://sign-in.example.gov.` }
}

/** Whether it is asked of who signs something, or of everybody who is to do anything for an organization. */
function secondFactor(text: string): { readonly value: 'signatures' | 'everybody' } | { readonly wrong: string } {
  if (text === 'signatures' || text === 'everybody') return { value: text }
  return { wrong: `is '${text}'. Write signatures, or everybody.` }
}

function databaseUrl(text: string): { readonly value: string | undefined } | { readonly wrong: string } {
  if (text === '') return { value: undefined }
  const wrong = 'is not the address of a PostgreSQL server. Write it as postgresql://user:password@host:5432/database.'
  if (!/^postgres(?:ql)?:\/\//.test(text)) return { wrong }
  return URL.canParse(text) ? { value: text } : { wrong }
}

function smtpUrl(text: string): { readonly value: URL | undefined } | { readonly wrong: string } {
  if (text === '') return { value: undefined }
  const wrong = 'is not the address of a mail server. Write it as smtps://user:password@host:465 or smtp://host:587.'
  if (!/^smtps?:\/\/./.test(text) || !URL.canParse(text)) return { wrong }
  const value = new URL(text)
  return value.hostname !== '' && /^\/?$/.test(value.pathname) && value.search === '' ? { value } : { wrong }
}

/** `tcp://clamav.example.gov:3310`, or `unix:/run/clamav/clamd.ctl`. */
function scannerAddress(text: string): { readonly value: ScannerAddress | undefined } | { readonly wrong: string } {
  if (text === '') return { value: undefined }
  const wrong = `is '${text}'. Write where clamd listens: tcp://host:3310, or unix:/run/clamav/clamd.ctl.`
  const path = /^unix:(.+)$/.exec(text)?.[1]
  if (path !== undefined) return isAbsolute(path) && !path.startsWith('//') ? { value: { path } } : { wrong }
  if (!/^tcp:\/\/[^/?#@]+$/.test(text) || !URL.canParse(text)) return { wrong }
  const { hostname, port: number } = new URL(text)
  if (hostname === '' || Number(number) === 0) return { wrong }
  return { value: { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(number) } }
}

function mailAddress(text: string): { readonly value: string | undefined } | { readonly wrong: string } {
  if (text === '' || /^[^\s@<>"',;:]+@[^\s@<>"',;:]+$/.test(text)) return optionalText(text)
  return { wrong: `is '${text}'. Write a mail address, such as maqami@example.gov.` }
}

function address(text: string): { readonly value: string } | { readonly wrong: string } {
  if (isIP(text) !== 0) return { value: text }
  return { wrong: `is '${text}'. Write an IP address, such as 127.0.0.1, or 0.0.0.0 for every network of the machine.` }
}

/** 0 lets the system choose a free port. */
function port(text: string): { readonly value: number } | { readonly wrong: string } {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return { value: Number(text) }
  return { wrong: `is '${text}'. Write a port, a whole number up to 65535.` }
}

function years(text: string): { readonly value: number } | { readonly wrong: string } {
  const value = Number(text)
  if (/^\d{1,3}$/.test(text) && value >= 1 && value <= 100) return { value }
  return { wrong: `is '${text}'. Write whole years from 1 to 100, such as 10.` }
}

function publicAddress(text: string): { readonly value: URL } | { readonly wrong: string } {
  const wrong = `is '${text}'. Write what people type into a browser, such as https://maqami.example.gov.`
  if (!URL.canParse(text)) return { wrong }
  const value = new URL(text)
  const isPlain = value.pathname === '/' && value.search === '' && value.hash === '' && value.username === ''
  return /^https?:$/.test(value.protocol) && isPlain ? { value } : { wrong }
}

function logLevel(text: string): { readonly value: LogLevel } | { readonly wrong: string } {
  const value = LOG_LEVELS.find((level) => level === text)
  return value === undefined ? { wrong: `is '${text}'. Write one of ${LOG_LEVELS.join(', ')}.` } : { value }
}
