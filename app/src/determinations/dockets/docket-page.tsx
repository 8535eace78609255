/** One docket: the whole list that is signed, what was left out, and the forms by which it is taken from, signed and stopped. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { HASH, REASON, SECOND_FACTOR } from '../../kernel/field-schemas.ts'
import { idAsked, mustBeAllowed, pageCall, seeOther } from '../../pages/page-call.ts'
import { PASSKEYS } from '../../pages/passkey-button.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { passkeyContext, signatureContext } from '../../people/signature-context.ts'
import { approveDocket, stopDocket, takeOut } from './approve-docket.ts'
import { DocketBody } from './docket-body.tsx'
import { showDocket } from './show-dockets.ts'

export const handle = { see: 'see_dockets', act: 'see_dockets', script: PASSKEYS } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const shown = await showDocket(context, params, request)
  const { actor } = context.get(pageCall)
  const passkey = shown.mayApprove ? await context.get(passkeyContext)(actor, shown.shown_hash) : undefined
  return { shown, passkey }
}

const COMMANDS = { sign: 'approve_docket', take_out: 'take_out_determination', stop: 'stop_docket' } as const

export async function action(args: ActionFunctionArgs) {
  const form = await sentForm(args.context, args.request)
  const asked = form.get('what')
  const what = asked === 'take_out' || asked === 'stop' ? asked : 'sign'
  mustBeAllowed(args.context, COMMANDS[what])
  return await ACTS[what](args, form)
}

async function sign({ context, params }: ActionFunctionArgs, form: FormData) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(form, { properties: { what: {}, shown_hash: HASH, second_factor: SECOND_FACTOR } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const { shown_hash, second_factor } = read.done
  const signed = await approveDocket(context.get(recorderContext), actor, { id, shown_hash }, async () => {
    return await context.get(signatureContext)(actor, second_factor, shown_hash)
  })
  if ('refused' in signed) return sentBack(context, signed.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/dockets/${id}`, 'signed')
}

async function takeFrom({ context, params }: ActionFunctionArgs, form: FormData) {
  const id = idAsked(context, params['id'])
  const number = { pattern: '^D-\\d{6,12}$', minLength: 1 }
  const { typed, read } = readForm(form, { properties: { what: {}, number, reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const { number: asked, reason } = read.done
  const taken = await takeOut(context.get(recorderContext), actor, { id, number: asked, reason })
  if ('refused' in taken) return sentBack(context, taken.refused, typed, { docket_not_on_list: 'number' })
  return seeOther(`/dockets/${id}`, 'taken')
}

async function stop({ context, params }: ActionFunctionArgs, form: FormData) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const stopped = await stopDocket(context.get(recorderContext), actor, { id, reason: read.done.reason })
  return 'refused' in stopped ? sentBack(context, stopped.refused, typed) : seeOther(`/dockets/${id}`, 'stopped')
}

const ACTS = { sign, take_out: takeFrom, stop }

export default function DocketPage() {
  return <DocketBody loaded={useLoaderData<typeof loader>()} />
}
