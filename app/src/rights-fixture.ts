/** What others than a firm may do and read of its affairs, by their offices. */

/** Customs books imports under the licences of all firms, and reads of the licence what it booked; the telecom regulator asks what a licence is. */
export const BY_RIGHT: Readonly<Record<string, readonly string[]>> = {
  customs_officer: [
    'ask_gate',
    'ask_status',
    'draw_quota',
    'attest_export',
    'see_export_evidence',
    'see_draws',
    'reverse_draw',
    'check_kit',
    'see_kit',
    'see_kits',
  ],
  telecom_regulator: ['ask_status', 'see_licensed_models'],
}
const OF_LICENCES = ['licences', 'licence_scope', 'licence_orders', 'licence_passes']
export const TABLES_BY_RIGHT: Readonly<Record<string, readonly string[]>> = {
  customs_officer: [
    ...OF_LICENCES,
    'licence_draws',
    'licence_balances',
    'licence_reversals',
    'kit_declarations',
    'export_evidence',
  ],
  telecom_regulator: [...OF_LICENCES, 'models', 'model_events', 'model_tacs'],
}
export const WRITTEN_BY_RIGHT: Readonly<Record<string, readonly string[]>> = {
  customs_officer: ['licence_draws', 'licence_reversals', 'kit_declarations', 'export_evidence'],
}
