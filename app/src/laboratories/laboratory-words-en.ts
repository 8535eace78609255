/** The pages of laboratories in English. */
export const EN = {
  /** Within a sentence. */
  within: { registered: 'registered', suspended: 'suspended', withdrawn: 'withdrawn' },
  /** Why it may not sign for a method on a day. */
  gaps: {
    laboratory_withdrawn: 'The laboratory is withdrawn from the register on this day, and signs nothing.',
    laboratory_suspended: 'The laboratory is suspended on this day, and signs nothing.',
    not_accredited: 'The laboratory has no accreditation that has begun by this day.',
    accreditation_expired: 'The accreditation of the laboratory has expired by this day.',
    out_of_scope: 'The method is not in the scope for which the laboratory is accredited on this day.',
    surveillance_overdue: 'The accreditation body was to visit the laboratory again before this day.',
    calibration_overdue:
      'No instrument for the method is in calibration on this day, or one that is in use is overdue.',
  },
}
