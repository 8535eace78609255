/** Notices of failures: issued, served with proof, answered, considered, cured. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import type { FileRefusal } from '../documents/document.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import {
  DAY,
  DETERMINATION_NUMBER,
  HASH,
  ID,
  INSTANT,
  listOf,
  LONG_WORDS,
  oneOf,
  orNull,
  PAGE_QUERY,
  text,
} from '../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route, uploadRoute } from '../kernel/route.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { answerNotice, considerAnswer, recordCure } from './answer-notice.ts'
import { discloseFile, keepNoticeFile, readNoticeFile } from './disclosure/disclose-file.ts'
import { issueNotice } from './issue-notice.ts'
import { ANSWER, ANSWER_LENGTH, COUNTED_IN, FILE, NOTICE, noticeTold, told } from './notices-schemas.ts'
import { readNotice, readNotices } from './read-notices.ts'
import { acknowledgeNotice, serveNotice, type ServeRefusal } from './serve-notice.ts'

export const noticesAuthority = {
  issue_notice: ['case_officer'],
  serve_notice: ['case_officer'],
  acknowledge_notice: ['maker_signatory'],
  disclose_file: ['case_officer'],
  see_notice_file: [...OFFICER_ROLES, ...MAKER_ROLES],
  keep_notice_file: ['case_officer', 'maker_clerk', 'maker_signatory'],
  answer_notice: ['maker_signatory'],
  consider_answer: ['case_officer'],
  record_cure: ['case_officer'],
  see_notice: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_notices: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const BY_ID = Type.Object({ id: ID })
const LARGEST_NOTICE_FILE = 10 * 1024 * 1024

export function noticesRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
): readonly Route<ServeRefusal | NotAuthorised | FileRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'POST',
      url: '/api/notices',
      command: 'issue_notice',
      summary: 'Issue the show-cause notice of a failure, with the file relied upon; nothing runs until it is served',
      body: Type.Object({
        determination: DETERMINATION_NUMBER,
        answer_length: ANSWER_LENGTH,
        answer_counted_in: COUNTED_IN,
      }),
      done: NOTICE,
      run: async ({ actor, once, body }) =>
        await told(recorder, once, async (recording) => await issueNotice(recording, shelf, letters, actor, body)),
    }),
    route({
      method: 'GET',
      url: '/api/notices',
      command: 'see_notices',
      summary: 'The notices that one may see, newest first',
      query: PAGE_QUERY,
      done: listOf(NOTICE),
      run: async ({ actor, query }) => {
        const { items, next } = await readNotices(database, actor, query)
        return { done: { items: items.map(noticeTold), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/notices/:id',
      command: 'see_notice',
      summary: 'A notice, and what came of it',
      params: BY_ID,
      done: NOTICE,
      run: async ({ actor, params }) => {
        const found = await readNotice(database, actor, params.id)
        return 'refused' in found ? found : { done: noticeTold(found.done) }
      },
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/notices/:id/files',
      command: 'keep_notice_file',
      summary: 'Hand in a file about a notice: a proof of service, what comes with an answer, the record of a hearing',
      upload: { media_type: 'application/octet-stream', largest: LARGEST_NOTICE_FILE },
      params: BY_ID,
      query: Type.Object({ name: text(200) }),
      done: Type.Object({ id: ID, name: Type.String(), media_type: Type.String(), hash: HASH, kept_at: INSTANT }),
      run: async ({ actor, once, params, query, body }) =>
        await keepNoticeFile({ ...recorder, once }, actor, { id: params.id, name: query.name, bytes: body }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/notices/:id/file.zip',
      command: 'see_notice_file',
      summary: 'The file that is relied upon, as one archive with a list of hashes',
      params: BY_ID,
      run: async ({ actor, params }) => {
        const archive = await readNoticeFile(recorder, actor, params.id)
        if ('refused' in archive) return archive
        return { done: new FileAnswer(archive.done, 'file.zip', 'application/zip') }
      },
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/disclosure',
      command: 'disclose_file',
      summary: 'Disclose to the firm what has come to be relied upon since, and a document beside it',
      params: BY_ID,
      body: Type.Object({ document_id: FILE }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await discloseFile(recording, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/service',
      command: 'serve_notice',
      summary:
        'Record that the notice was served, with the document that proves it; the time to cure runs from that day',
      params: BY_ID,
      body: Type.Object({ means: oneOf('courier', 'by_hand'), served_on: DAY, proof_id: ID, words: LONG_WORDS }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await serveNotice(recording, shelf, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/acknowledgement',
      command: 'acknowledge_notice',
      personal: true,
      summary:
        'Acknowledge a notice to one’s firm, which is the proof that it was served; or a later letter, by the event that it tells of',
      params: BY_ID,
      body: Type.Object({ about: Type.Optional(orNull(Type.Integer({ minimum: 1 }))) }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await acknowledgeNotice(recording, shelf, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/answer',
      command: 'answer_notice',
      summary: 'Answer a notice',
      params: BY_ID,
      body: ANSWER,
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await answerNotice(recording, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/consideration',
      command: 'consider_answer',
      summary: 'Record what is made of an answer: no sanction is determined before',
      params: BY_ID,
      body: Type.Object({ about: Type.Integer({ minimum: 1 }), words: LONG_WORDS }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await considerAnswer(recording, actor, { ...body, id: params.id }),
        ),
    }),
    route({
      method: 'POST',
      url: '/api/notices/:id/cure',
      command: 'record_cure',
      summary: 'Record that the failure was cured, and how that is known',
      params: BY_ID,
      body: Type.Object({ cured_on: DAY, words: LONG_WORDS, document_id: FILE }),
      done: NOTICE,
      run: async ({ actor, once, params, body }) =>
        await told(
          recorder,
          once,
          async (recording) => await recordCure(recording, shelf, letters, actor, { ...body, id: params.id }),
        ),
    }),
  ]
}
