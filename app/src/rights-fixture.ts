/** What others than a firm may do and read of its affairs, by their offices. */

/** Customs books imports under the licences of all firms, and reads of the licence what it booked. */
export const BY_RIGHT: Readonly<Record<string, readonly string[]>> = {
  customs_officer: ['ask_gate', 'draw_quota', 'see_draws', 'reverse_draw', 'check_kit', 'see_kit', 'see_kits'],
}
export const TABLES_BY_RIGHT: Readonly<Record<string, readonly string[]>> = {
  customs_officer: [
    'licences',
    'licence_scope',
    'licence_orders',
    'licence_passes',
    'licence_draws',
    'licence_balances',
    'licence_reversals',
    'kit_declarations',
  ],
}
