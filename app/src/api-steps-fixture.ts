import { ATTESTATION_STEPS } from './attestation-steps-fixture.ts'
import { APPEAL_STEPS } from './appeal-steps-fixture.ts'
import { FIRM_STEPS } from './firm-steps-fixture.ts'
import { CERTIFICATE_STEPS } from './certificate-steps-fixture.ts'
import { LABORATORY_STEPS } from './laboratory-steps-fixture.ts'
import { COMMITMENT_STEPS } from './commitment-steps-fixture.ts'
import { CONSULTATION_STEPS, REPORT_STEPS } from './consultation-steps-fixture.ts'
import { MEETING_STEPS } from './meeting-steps-fixture.ts'
import { DOCKET_STEPS } from './docket-steps-fixture.ts'
import { MONEY_STEPS } from './money-steps-fixture.ts'
import { GATE_STEPS, WITHDRAWN_STEPS } from './gate-steps-fixture.ts'
import { HEARING_STEPS, NOTICE_STEPS } from './notice-steps-fixture.ts'
import { PUBLICATION_STEPS } from './publication-steps-fixture.ts'
import { TEST_STEPS } from './test-steps-fixture.ts'

/** What the examples of the interface ask, in the order of the thread. `{maker.id}` is taken from what was answered under that name. */
import { PEOPLE_STEPS } from './people-steps-fixture.ts'

export interface Step {
  readonly role:
    | 'maker_clerk'
    | 'maker_signatory'
    | 'maker_administrator'
    | 'accountant'
    | 'case_officer'
    | 'approving_officer'
    | 'appellate_officer'
    | 'policy_officer'
    | 'customs_officer'
    | 'telecom_regulator'
    | 'supplier_signatory'
    | 'laboratory_signatory'
    | 'laboratory_colleague'
  readonly asks: `${'GET' | 'POST'} /${string}`
  readonly body?: Readonly<Record<string, unknown>>
  /** A file instead of a body, which the document does not show. */
  readonly file?:
    | 'workbook'
    | 'lines'
    | 'rates'
    | 'release'
    | 'certification'
    | 'table'
    | 'cyclonedx'
    | 'costs'
    | 'statement'
    | 'guarantee'
    | 'input_output'
  readonly as?: string
  /** What `If-Match` says. */
  readonly match?: string
  /** The day on which it is asked, where time has gone on. */
  readonly on?: string
  /** What happened before is told to other systems first. */
  readonly told?: true
  /** The run of assessments comes to its end first. */
  readonly ran?: true
  /** Something about the return is put before an officer first. */
  readonly referred?: true
  /** Something has been recommended to another authority first. */
  readonly recommended?: true
  /** Another firm has been granted what it claimed first. */
  readonly granted?: true
}

/** A draft of the Act: 20% in the first year of a bicycle without a motor, for 30%. */
const LOWER_TARGET = `draft: lower-target
title: { en: A lower target, ur: کم ہدف }
base: {release.hash}
parts:
  localization:
    parameters:
      local_rate_target:
        label: { en: Least local rate, ur: کم سے کم مقامی شرح }
        unit: percent
        by: [count, electric]
        source: gazette-2026-06
        values:
          2026-07-01:
            1: { true: 10%, false: 20% }
            2: { true: 20%, false: 40% }
            3: { true: 30%, false: 50% }
        seen_on: 2026-08-01
`

export const STEPS: readonly Step[] = [
  { role: 'policy_officer', asks: 'POST /api/policy-releases', file: 'release', as: 'release' },
  { role: 'approving_officer', asks: 'POST /api/policy-releases/{release.id}/approval', body: { effect_hash: null } },
  { role: 'policy_officer', asks: 'POST /api/policy-releases', file: 'release', as: 'wrong' },
  {
    role: 'approving_officer',
    asks: 'POST /api/policy-releases/{wrong.id}/decline',
    body: { reason: 'It is in force already.' },
  },
  { role: 'policy_officer', asks: 'POST /api/policy-releases', file: 'release', as: 'twice' },
  {
    role: 'policy_officer',
    asks: 'POST /api/policy-releases/{twice.id}/withdrawal',
    body: { reason: 'Proposed twice.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/policy-releases' },
  { role: 'policy_officer', asks: 'POST /api/rates', file: 'rates' },
  {
    role: 'maker_signatory',
    asks: 'POST /api/manufacturers',
    body: { name: 'Ravi Cycles', registration_number: 'K-1001', address: '7 Canal Road, Faisalabad' },
    as: 'maker',
  },
  { role: 'case_officer', asks: 'GET /api/manufacturers' },
  { role: 'case_officer', asks: 'POST /api/manufacturers/{maker.id}/decision', body: { kind: 'authorised' } },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/firm-records',
    body: {
      kind: 'site',
      content: {
        name: 'Works at Canal Road',
        address: '7 Canal Road',
        district: 'Faisalabad',
        locode: 'PKLYP',
        makes: 'frames and whole bicycles',
        from_on: '2024-01-01',
        until_on: null,
      },
    },
    as: 'site',
  },
  { role: 'maker_clerk', asks: 'GET /api/firm-records/{site.id}' },
  {
    role: 'case_officer',
    asks: 'POST /api/firm-records/{site.id}/review',
    body: { kind: 'questioned', reason: 'Which frames?' },
    match: '{site.version}',
    as: 'questioned',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/firm-records/{site.id}/change',
    body: {
      kind: 'site',
      content: {
        name: 'Works at Canal Road',
        address: '7 Canal Road',
        district: 'Faisalabad',
        locode: 'PKLYP',
        makes: 'frames of steel, and whole bicycles',
        from_on: '2024-01-01',
        until_on: null,
      },
    },
    match: '{questioned.version}',
  },
  { role: 'case_officer', asks: 'GET /api/manufacturers/{maker.id}/records' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/models',
    body: {
      name: 'Roadster',
      description: 'steel frame, 28 inches',
      programme: 'bicycles',
      category: null,
      brand: 'Ravi',
      brand_owner: '',
      trade_names: [],
    },
    as: 'model',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/models/{model.id}/approvals',
    body: { number: 'TA-1', authority: 'Bicycle Board', effective_on: '2026-07-01', valid_until: null },
  },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/codes', body: { tac: '35209900' } },
  {
    role: 'maker_clerk',
    asks: 'POST /api/models/{model.id}/withdrawal',
    body: { effective_on: '2029-06-30', reason: 'A new model follows.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/models/{model.id}' },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/bills' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/models/{model.id}/bills/1/lines',
    body: {
      version: 1,
      lines: [
        {
          position: '10',
          part_of: null,
          part_code: 'F-1',
          part: 'frame',
          part_version: '',
          component_class: 'frame',
          hs_code: '8714.9100',
          book: 'imported',
          quantity: '1',
          unit_value: 'USD 31.50',
          supplier: 'Tianjin Frames',
          substitutes: [
            { part_code: 'F-2', part: 'frame', supplier: '', book: 'made_in_house', share: '20%', priority: null },
          ],
        },
      ],
    },
  },
  { role: 'maker_clerk', asks: 'GET /api/models/{model.id}/bills/1/cyclonedx?spec=1.7' },
  { role: 'maker_clerk', asks: 'GET /api/models/{model.id}/bills/1/csv' },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/bills/1/workbook?version=2&name=a.xlsx', file: 'workbook' },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/bills/1/csv?version=2', file: 'table' },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/bills/1/cyclonedx?version=3', file: 'cyclonedx' },
  { role: 'maker_clerk', asks: 'POST /api/models/{model.id}/bills/1/release', body: { version: 4 } },
  { role: 'maker_clerk', asks: 'GET /api/models/{model.id}/bills' },
  { role: 'maker_clerk', asks: 'GET /api/models/{model.id}/bills/1' },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/models' },
  ...GATE_STEPS,
  { role: 'maker_clerk', asks: 'GET /api/workbooks/bicycles/annual?language=en' },
  { role: 'maker_clerk', asks: 'GET /api/programmes/bicycles/returns/annual/schema?version=1' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/returns?programme=bicycles&kind=annual&period=2026-27&name=return.xlsx',
    file: 'workbook',
    as: 'return',
    on: '2027-07-10',
  },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/annotated?language=en' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/assessment' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/agreement' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/bill' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/bill/csv' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/1/advice' },
  { role: 'maker_signatory', asks: 'GET /api/returns/{return.found.id}/versions/1/to-sign', as: 'shown' },
  {
    role: 'maker_signatory',
    asks: 'POST /api/returns/{return.found.id}/versions/1/filing',
    body: { shown_hash: '{shown.shown_hash}', second_factor: '123456' },
  },
  { role: 'maker_clerk', asks: 'GET /api/returns' },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/returns-owed' },
  {
    role: 'case_officer',
    asks: 'POST /api/returns/{return.found.id}/questions',
    body: {
      words: 'Which entries make up the imported value?',
      due_on: '2027-07-24',
      cell: { sheet: 'models', row: 3, column: 'imported_value' },
    },
    as: 'question',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/returns/{return.found.id}/questions',
    body: { words: 'Is the plant open?', due_on: '2027-07-24', cell: null },
    as: 'needless',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/questions/{needless.id}/withdrawal',
    body: { reason: 'The record of the site says so.' },
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/questions/{question.id}/answer',
    body: { words: 'KHI-1 alone: the frames.' },
  },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/questions' },
  { role: 'case_officer', asks: 'POST /api/returns/{return.found.id}/review', body: { kind: 'accepted' } },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}' },
  {
    role: 'case_officer',
    asks: 'POST /api/assessments',
    body: { return_id: '{return.found.id}', as_of: '2027-07-10' },
    as: 'assessment',
  },
  { role: 'case_officer', asks: 'GET /api/assessments/{assessment.id}' },
  { role: 'case_officer', asks: 'GET /api/returns/{return.found.id}/assessments' },
  {
    role: 'case_officer',
    asks: 'POST /api/assessment-runs',
    body: { programme: 'bicycles', period: '2026-27', as_of: '2027-07-10', manufacturer_id: null },
    as: 'run',
  },
  { role: 'case_officer', asks: 'GET /api/assessment-runs/{run.id}', ran: true },
  { role: 'case_officer', asks: 'GET /api/assessment-runs/{run.id}/results' },
  {
    role: 'case_officer',
    asks: 'POST /api/assessment-runs',
    body: { programme: 'bicycles', period: '2026-27', as_of: '2027-07-10', manufacturer_id: '{maker.id}' },
    as: 'needless_run',
  },
  {
    role: 'approving_officer',
    asks: 'POST /api/assessment-runs/{needless_run.id}/stop',
    body: { reason: 'The firm was assessed with all others.' },
  },
  { role: 'case_officer', asks: 'GET /api/assessment-runs' },
  {
    role: 'policy_officer',
    asks: 'POST /api/simulations',
    body: {
      programme: 'bicycles',
      draft: { overlay: LOWER_TARGET },
      facts: [
        {
          id: 'Ravi Cycles 2026-27',
          as_of: '2027-07-10',
          period_end: '2027-06-30',
          firm: 'Ravi Cycles',
          jobs: 40,
          licence_year: 1,
          models: [
            {
              model: 'Ravi',
              electric: false,
              price: 'PKR 20000',
              imported_value: 'PKR 16000',
              frame_tested_on: '2026-06-01',
              first_sold_on: '2026-07-01',
            },
          ],
        },
      ],
    },
    as: 'simulation',
  },
  ...CONSULTATION_STEPS,
  { role: 'policy_officer', asks: 'GET /api/simulations/{simulation.id}' },
  { role: 'policy_officer', asks: 'GET /api/simulations/{simulation.id}/cases/1' },
  { role: 'policy_officer', asks: 'GET /api/simulations' },
  { role: 'policy_officer', asks: 'POST /api/policy-releases', file: 'release', as: 'later' },
  { role: 'policy_officer', asks: 'POST /api/policy-releases/{later.id}/effect' },
  { role: 'policy_officer', asks: 'GET /api/policy-releases/{later.id}/effect' },
  { role: 'policy_officer', asks: 'GET /api/policy-releases/{later.id}/effect/returns' },
  {
    role: 'case_officer',
    asks: 'POST /api/determinations',
    body: {
      assessment_id: '{assessment.id}',
      subject: {},
      kind: 'entitlement',
      reasons: 'The year is not over, as the return shows.',
    },
    as: 'early',
  },
  { role: 'approving_officer', asks: 'GET /api/determinations/{early.number}/preview' },
  { role: 'approving_officer', asks: 'GET /api/determinations/{early.number}/effect' },
  {
    role: 'approving_officer',
    asks: 'POST /api/determinations/{early.number}/return',
    body: { reason: 'The failure comes first.' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/determinations',
    body: { assessment_id: '{assessment.id}', subject: {}, kind: 'entitlement', reasons: 'As the return says.' },
    as: 'hasty',
  },
  {
    role: 'case_officer',
    asks: 'POST /api/determinations/{hasty.number}/withdrawal',
    body: { reason: 'The failure comes first.' },
  },
  ...DOCKET_STEPS,
  {
    role: 'case_officer',
    asks: 'POST /api/determinations',
    body: { assessment_id: '{assessment.id}', subject: {}, kind: 'failure', reasons: 'As the return says.' },
    as: 'failure',
  },
  ...MONEY_STEPS,
  {
    role: 'approving_officer',
    asks: 'POST /api/determinations/{failure.number}/approval',
    body: { shown_hash: '{failure.shown_hash}', second_factor: '123456' },
    as: 'approved',
  },
  { role: 'maker_clerk', asks: 'GET /api/determinations' },
  { role: 'maker_clerk', asks: 'GET /api/sanctions' },
  { role: 'maker_clerk', asks: 'GET /api/determinations/{failure.number}' },
  { role: 'maker_clerk', asks: 'GET /api/determinations/{failure.number}/bundle' },
  { role: 'maker_clerk', asks: 'GET /api/determinations/{failure.number}/letter' },
  { role: 'maker_clerk', asks: 'GET /api/documents/{approved.determination.decided.letter_id}' },
  { role: 'customs_officer', asks: 'GET /api/verify/{failure.number}' },
  ...NOTICE_STEPS,
  {
    role: 'maker_clerk',
    asks: 'POST /api/returns?programme=bicycles&kind=annual&period=2026-27&name=again.xlsx',
    file: 'workbook',
  },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/versions/2/difference' },
  { role: 'maker_clerk', asks: 'POST /api/returns/{return.found.id}/versions/2/withdrawal' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/return-drafts',
    body: { programme: 'bicycles', kind: 'annual', period: '2026-27' },
    as: 'draft',
  },
  { role: 'maker_clerk', asks: 'GET /api/returns/{draft.return_id}/draft' },
  { role: 'maker_clerk', asks: 'POST /api/returns/{draft.return_id}/draft', file: 'lines', match: '{draft.revision}' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{draft.return_id}/draft/workbook?language=en' },
  {
    role: 'approving_officer',
    asks: 'POST /api/period-locks',
    body: {
      manufacturer_id: '{maker.id}',
      programme: 'bicycles',
      period: '2026-27',
      kind: 'locked',
      reason: 'The determination is under appeal.',
    },
  },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/period-locks' },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/statement' },
  { role: 'maker_clerk', asks: 'GET /api/referrals', as: 'waiting', referred: true },
  { role: 'case_officer', asks: 'GET /api/referrals/{waiting.items.0.id}' },
  {
    role: 'approving_officer',
    asks: 'POST /api/referrals/{waiting.items.0.id}/release',
    body: { reason: 'The rate of 2 August was published meanwhile, and what is determined does not rest on it.' },
  },
  ...WITHDRAWN_STEPS,
  ...PEOPLE_STEPS,
  { role: 'maker_administrator', asks: 'POST /api/keys/revoke', body: { key: '{key.id}' } },
  {
    role: 'maker_administrator',
    asks: 'POST /api/invitations',
    body: { email: 'b.ahmed@example.com', role: 'maker_clerk' },
    as: 'invited',
  },
  {
    role: 'maker_administrator',
    asks: 'POST /api/invitations/withdraw',
    body: { invitation: '{invited.invitation}' },
  },
  {
    role: 'case_officer',
    asks: 'POST /api/organizations',
    body: { name: 'Chenab Cycles', kind: 'manufacturer', administrator_email: 'c.malik@example.com' },
  },
  ...FIRM_STEPS,
  { role: 'maker_clerk', asks: 'GET /health' },
  { role: 'maker_clerk', asks: 'GET /ready' },
  { role: 'maker_clerk', asks: 'GET /api/calendar' },
  { role: 'maker_clerk', asks: 'POST /api/calendar/address', as: 'calendar' },
  { role: 'maker_clerk', asks: 'GET /api/calendar.ics?key={calendar.key}' },
  { role: 'maker_clerk', asks: 'POST /api/calendar/address/end' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/webhooks',
    body: { address: 'https://ravi.example/hooks', kinds: ['quota.drawn', 'notice.served'] },
    as: 'webhook',
  },
  { role: 'maker_administrator', asks: 'GET /api/webhooks' },
  {
    role: 'customs_officer',
    asks: 'POST /api/licences/{licence.number}/draws',
    body: { entry: 'KHI-2', units: 100, hs_line: '87149100', drawn_on: '2026-08-02' },
  },
  { role: 'maker_administrator', asks: 'GET /api/webhooks/{webhook.id}', as: 'sent', told: true },
  { role: 'maker_administrator', asks: 'POST /api/webhook-deliveries/{sent.deliveries.0.id}/redelivery' },
  { role: 'maker_administrator', asks: 'POST /api/webhooks/{webhook.id}/switch-on' },
  { role: 'maker_administrator', asks: 'POST /api/webhooks/{webhook.id}/end' },
  { role: 'case_officer', asks: 'GET /api/search?q=ravi+cyc' },
  { role: 'maker_clerk', asks: 'GET /api/manufacturers/{maker.id}/history?limit=2' },
  { role: 'maker_clerk', asks: 'GET /api/returns/{return.found.id}/history?limit=3' },
  { role: 'maker_clerk', asks: 'GET /api/licences/{licence.number}/history' },
  { role: 'case_officer', asks: 'GET /api/determinations/{failure.number}/history' },
  { role: 'maker_clerk', asks: 'GET /api/notices/{notice.id}/history' },
  { role: 'case_officer', asks: 'GET /api/models/{model.id}/history' },
  {
    role: 'maker_clerk',
    asks: 'POST /api/comparisons/pk-handset-comparison',
    body: { as_of: '2026-11-23', facts: { cf_value: 'USD 350' } },
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/comparisons/pk-handset-comparison/protection',
    body: { as_of: '2026-11-23', law: 'draft_of_february', facts: { 'products.share.charger': '85%' } },
  },
  ...ATTESTATION_STEPS,
  ...PUBLICATION_STEPS,
  ...LABORATORY_STEPS,
  ...TEST_STEPS,
  ...MEETING_STEPS,
  ...COMMITMENT_STEPS,
  ...CERTIFICATE_STEPS,
  ...HEARING_STEPS,
  ...APPEAL_STEPS,
  ...REPORT_STEPS,
  { role: 'maker_clerk', asks: 'GET /api/statistics?group=licences' },
  {
    role: 'maker_clerk',
    asks: 'GET /api/spillover?sector=electronic+components&amount=10&into=electronic+devices',
  },
  {
    role: 'maker_clerk',
    asks: 'POST /api/spillover?name=table.csv&sector=one&amount=10',
    file: 'input_output',
  },
]
