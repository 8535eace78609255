/** Hands mail to a server or, where there is none, writes it to files. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Configuration } from './configuration.ts'

export interface Mail {
  /** The same whenever it is sent again. */
  readonly id: string
  readonly to: string
  /** In one line. */
  readonly subject: string
  readonly text: string
  readonly sent_at: number
}

export interface Mailer {
  readonly kind: 'mail_server' | 'file'
  /** Where mail goes, in a sentence. */
  readonly sentence: string
  /** Throws where it could not be handed over. */
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

type Settings = Pick<
  Configuration,
  'MAQAMI_SMTP_URL' | 'MAQAMI_MAIL_FROM' | 'MAQAMI_PUBLIC_ADDRESS' | 'MAQAMI_DATA_FOLDER'
>

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
const OWNER_ONLY = 0o600
const OWNER_ONLY_FOLDER = 0o700
const THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export function openMailer(settings: Settings): Mailer {
  const { MAQAMI_SMTP_URL: url, MAQAMI_PUBLIC_ADDRESS: address, MAQAMI_DATA_FOLDER: folder } = settings
  const from = settings.MAQAMI_MAIL_FROM ?? `maqami@${address.hostname}`
  return url === undefined
    ? toFiles(join(folder, 'mail'), from, address.hostname)
    : toServer(url, from, address.hostname)
}

function messageOf(from: string, host: string, { id, to, subject, text, sent_at }: Mail) {
  const line = subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return {
    from: { name: 'Maqami', address: from },
    to: { name: '', address: to },
    // The addresses of the envelope are not read out of the headers.
    envelope: { from, to: [to] },
    subject: line,
    text,
    date: new Date(sent_at),
    messageId: `<${id}@${host}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function toServer(url: URL, from: string, host: string): Mailer {
  const isHere = THIS_MACHINE.includes(url.hostname)
  const isSecure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const transport = createTransport({
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    requireTLS: !isHere && !isSecure,
    ...(isHere && { tls: { rejectUnauthorized: false } }),
    ...(user !== '' && { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  })
  return {
    kind: 'mail_server',
    sentence: `Letters go to the mail server ${url.host}.`,
    send: async (mail) => {
      await transport.sendMail(messageOf(from, host, refuseHidden(mail)))
    },
    close: () => transport.close(),
  }
}

function toFiles(folder: string, from: string, host: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    kind: 'file',
    sentence: `Letters are written to '${folder}' and not sent, since MAQAMI_SMTP_URL is not set.`,
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(from, host, refuseHidden(mail)))
      if (!Buffer.isBuffer(message)) throw new Error('a message was not given as bytes')
      mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
      const file = join(folder, `${mail.id}.eml`)
      writeFileSync(`${file}.part`, message, { mode: OWNER_ONLY })
      renameSync(`${file}.part`, file)
    },
    close: () => undefined,
  }
}

/** A second address, or the end of a line, hidden in an address would be our own mistake: they are refused where they are typed in. */
function refuseHidden(mail: Mail): Mail {
  if (!/^[^\s@<>",;:\p{Cc}]+@[^\s@<>",;:\p{Cc}]+$/u.test(mail.to)) throw new Error('that is not one mail address')
  return mail
}
