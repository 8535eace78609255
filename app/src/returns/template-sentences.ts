/** What has changed from one version of a template to the next. Each stands beside the error that the version is an old one, and stops nothing by itself. */
export const TEMPLATE_SENTENCES = {
  template_sheet_added: {
    severity: 'warning',
    en: 'New in the template: the sheet "{found}".',
    ur: 'سانچے میں نئی شیٹ: “{found}”۔',
  },
  template_sheet_removed: {
    severity: 'warning',
    en: 'No longer in the template: the sheet "{found}".',
    ur: 'سانچے سے نکالی گئی شیٹ: “{found}”۔',
  },
  template_sheet_renamed: {
    severity: 'warning',
    en: 'The sheet "{found}" is now called "{expected}".',
    ur: 'شیٹ “{found}” کا نام اب “{expected}” ہے۔',
  },
  template_sheet_rules: {
    severity: 'warning',
    en: 'The lines of the sheet "{other}" now have this rule: {expected}.',
    ur: 'شیٹ “{other}” کی سطروں کا قاعدہ اب یہ ہے: {expected}۔',
  },
  template_column_added: {
    severity: 'warning',
    en: 'New in the sheet "{other}": the column "{header}". It {expected}.',
    ur: 'شیٹ “{other}” میں نیا کالم: “{header}”۔ یہ {expected}۔',
  },
  template_column_removed: {
    severity: 'warning',
    en: 'The sheet "{other}" no longer has the column "{header}".',
    ur: 'شیٹ “{other}” میں اب کالم “{header}” نہیں۔',
  },
  template_column_renamed: {
    severity: 'warning',
    en: 'The column "{found}" of the sheet "{other}" is now called "{header}".',
    ur: 'شیٹ “{other}” کے کالم “{found}” کا نام اب “{header}” ہے۔',
  },
  template_column_holds: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" now holds {expected}; it held {found}.',
    ur: 'شیٹ “{other}” کے کالم “{header}” میں پہلے {found} درج ہوتا تھا؛ اب {expected} درج ہوتا ہے۔',
  },
  template_column_required: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" must now be filled in.',
    ur: 'شیٹ “{other}” کا کالم “{header}” اب پُر کرنا لازمی ہے۔',
  },
  template_column_optional: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" may now be empty.',
    ur: 'شیٹ “{other}” کا کالم “{header}” اب خالی ہو سکتا ہے۔',
  },
  template_choices_added: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" has new choices: {found}.',
    ur: 'شیٹ “{other}” کے کالم “{header}” میں نئے اختیارات ہیں: {found}۔',
  },
  template_choices_removed: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" no longer has these choices: {found}.',
    ur: 'شیٹ “{other}” کے کالم “{header}” میں اب یہ اختیارات نہیں: {found}۔',
  },
  template_column_rules: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{other}" has other rules than before: its form, its bounds, or what it must agree on with other cells. Read its note in the new template.',
    ur: 'شیٹ “{other}” کے کالم “{header}” کے قواعد بدل گئے ہیں: اس کی شکل، حدود، یا دوسرے خانوں سے مطابقت۔ نئے سانچے میں اس کا نوٹ پڑھیں۔',
  },
} as const
