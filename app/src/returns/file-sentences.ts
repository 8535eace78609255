/** What can be wrong with a return as a file: its form, its size, its sheets and columns. */

import { RETURN_LIMITS } from './return-limits.ts'

const UNPACKED_MB = RETURN_LIMITS.unpackedBytes / (1024 * 1024)

export const FILE_SENTENCES = {
  file_empty: { severity: 'error', en: 'The file is empty.', ur: 'فائل خالی ہے۔' },
  file_too_large: {
    severity: 'error',
    en: 'The file has {found} bytes; at most {expected} are accepted. Remove pictures and sheets that are not part of the return.',
    ur: 'فائل {found} بائٹ کی ہے؛ زیادہ سے زیادہ {expected} قبول کیے جاتے ہیں۔ تصویریں اور غیر متعلقہ شیٹیں نکال دیں۔',
  },
  not_a_workbook: {
    severity: 'error',
    en: 'This is not an .xlsx workbook, nor a ZIP archive of CSV files. Fill in the template of the programme and save it as .xlsx.',
    ur: 'یہ نہ .xlsx ورک بک ہے نہ CSV فائلوں کی ZIP فائل۔ پروگرام کا سانچہ پُر کر کے اسے .xlsx کی صورت میں محفوظ کریں۔',
  },
  old_workbook: {
    severity: 'error',
    en: 'This is a workbook in the old .xls form. Open it and save it as .xlsx.',
    ur: 'یہ پرانی .xls شکل کی ورک بک ہے۔ اسے کھول کر .xlsx کی صورت میں محفوظ کریں۔',
  },
  encrypted_workbook: {
    severity: 'error',
    en: 'The workbook is protected by a password and cannot be read. Remove the password and send it again.',
    ur: 'ورک بک پر پاس ورڈ لگا ہے اور پڑھی نہیں جا سکتی۔ پاس ورڈ ہٹا کر دوبارہ بھیجیں۔',
  },
  macro_workbook: {
    severity: 'error',
    en: 'The workbook contains macros, which are not accepted. Save it as an .xlsx without macros.',
    ur: 'ورک بک میں میکرو ہیں، جو قبول نہیں کیے جاتے۔ اسے میکرو کے بغیر .xlsx کی صورت میں محفوظ کریں۔',
  },
  external_links: {
    severity: 'error',
    en: 'The workbook takes values from other workbooks, which cannot be seen here. Replace the links by their values.',
    ur: 'ورک بک دوسری ورک بکس سے قدریں لیتی ہے، جو یہاں دیکھی نہیں جا سکتیں۔ روابط کی جگہ ان کی قدریں لکھیں۔',
  },
  truncated_workbook: {
    severity: 'error',
    en: 'The file ends too early: a part of it is missing. Save or send it again.',
    ur: 'فائل وقت سے پہلے ختم ہو جاتی ہے: اس کا ایک حصہ غائب ہے۔ اسے دوبارہ محفوظ کریں یا بھیجیں۔',
  },
  broken_workbook: {
    severity: 'error',
    en: 'The workbook is damaged and cannot be read reliably. Open it in a spreadsheet program and save it again.',
    ur: 'ورک بک خراب ہے اور اعتماد سے پڑھی نہیں جا سکتی۔ اسے اسپریڈشیٹ پروگرام میں کھول کر دوبارہ محفوظ کریں۔',
  },
  zip_bomb: {
    severity: 'error',
    en: 'A part of the file unpacks to far more than any workbook does. It is not opened.',
    ur: 'فائل کا ایک حصہ کھلنے پر کسی بھی ورک بک سے کہیں زیادہ بڑا ہو جاتا ہے۔ اسے نہیں کھولا گیا۔',
  },
  too_many_entries: {
    severity: 'error',
    en: 'The file is made of {found} parts, more than a return can have.',
    ur: 'فائل {found} حصوں پر مشتمل ہے، جو گوشوارے کے لیے بہت زیادہ ہیں۔',
  },
  unpacked_too_large: {
    severity: 'error',
    en: `Unpacked, the file is larger than ${UNPACKED_MB} MB. Remove what is not part of the return.`,
    ur: `کھلنے پر فائل ${UNPACKED_MB} میگابائٹ سے بڑی ہے۔ جو کچھ گوشوارے کا حصہ نہیں اسے نکال دیں۔`,
  },
  duplicate_entry: {
    severity: 'error',
    en: 'The file holds the same part twice ({found}), so it could be read in two ways. Save it again in a spreadsheet program.',
    ur: 'فائل میں ایک ہی حصہ دو بار ہے ({found})، اس لیے اسے دو طرح پڑھا جا سکتا ہے۔ اسپریڈشیٹ پروگرام میں دوبارہ محفوظ کریں۔',
  },
  unsafe_path: {
    severity: 'error',
    en: 'A part of the file has a name that points outside it ({found}). It is not opened.',
    ur: 'فائل کے ایک حصے کا نام اس سے باہر اشارہ کرتا ہے ({found})۔ اسے نہیں کھولا گیا۔',
  },
  xml_doctype: {
    severity: 'error',
    en: 'The workbook contains a document type with definitions of its own, which no spreadsheet program writes. It is not read.',
    ur: 'ورک بک میں اپنی تعریفوں والی دستاویزی قسم (DTD) ہے، جو کوئی اسپریڈشیٹ پروگرام نہیں لکھتا۔ اسے نہیں پڑھا گیا۔',
  },
  xml_endless: {
    severity: 'error',
    en: 'A part of the workbook holds a tag, a comment or a text that does not end where any spreadsheet program would end it. Open it in a spreadsheet program and save it again.',
    ur: 'ورک بک کے ایک حصے میں ایسا ٹیگ، تبصرہ یا متن ہے جو وہاں ختم نہیں ہوتا جہاں کوئی بھی اسپریڈشیٹ پروگرام اسے ختم کرتا۔ اسے اسپریڈشیٹ پروگرام میں کھول کر دوبارہ محفوظ کریں۔',
  },
  xml_too_many: {
    severity: 'error',
    en: 'A part of the workbook is made of more elements than a return can have. Copy your lines into a fresh template.',
    ur: 'ورک بک کا ایک حصہ گوشوارے کی گنجائش سے زیادہ اجزا پر مشتمل ہے۔ اپنی سطریں نئے سانچے میں نقل کریں۔',
  },
  too_many_sheets: {
    severity: 'error',
    en: 'The workbook has more than {expected} sheets.',
    ur: 'ورک بک میں {expected} سے زیادہ شیٹیں ہیں۔',
  },
  too_many_rows: {
    severity: 'error',
    en: 'The sheet "{found}" has more rows than the {expected} that are accepted. Delete rows that are not needed, also blank ones with a format.',
    ur: 'شیٹ “{found}” میں قابلِ قبول {expected} سے زیادہ سطریں ہیں۔ غیر ضروری سطریں حذف کریں، وہ خالی سطریں بھی جن پر صرف فارمیٹ ہے۔',
  },
  too_many_columns: {
    severity: 'error',
    en: 'The sheet "{found}" has content beyond column {expected}.',
    ur: 'شیٹ “{found}” میں کالم نمبر {expected} کے بعد بھی مواد ہے۔',
  },
  too_many_cells: {
    severity: 'error',
    en: 'The return has more than {expected} cells.',
    ur: 'گوشوارے میں {expected} سے زیادہ خانے ہیں۔',
  },
  too_much_text: {
    severity: 'error',
    en: 'The texts of the workbook are longer than a return can hold ({expected} characters). Remove what is not part of the return.',
    ur: 'ورک بک کے متن گوشوارے کی گنجائش ({expected} حروف) سے زیادہ ہیں۔ جو کچھ گوشوارے کا حصہ نہیں اسے نکال دیں۔',
  },
  list_too_long: {
    severity: 'error',
    en: 'A list inside the workbook, of its formats or its parts, is longer than {expected} entries or has an endless one. Copy your lines into a fresh template.',
    ur: 'ورک بک کے اندر فارمیٹوں یا حصوں کی ایک فہرست {expected} اندراجات سے لمبی ہے یا اس کا کوئی اندراج حد سے لمبا ہے۔ اپنی سطریں نئے سانچے میں نقل کریں۔',
  },
  ambiguous_workbook: {
    severity: 'error',
    en: 'The workbook holds {expected}, which programs may read differently. Open it in a spreadsheet program, look at the values and save it again.',
    ur: 'ورک بک میں {expected} ہے، جسے مختلف پروگرام مختلف طرح پڑھ سکتے ہیں۔ اسے اسپریڈشیٹ پروگرام میں کھول کر قدریں دیکھیں اور دوبارہ محفوظ کریں۔',
  },
  cell_text_too_long: {
    severity: 'error',
    en: 'A cell of the workbook holds a longer text than any spreadsheet program writes.',
    ur: 'ورک بک کے ایک خانے میں اتنا لمبا متن ہے جو کوئی اسپریڈشیٹ پروگرام نہیں لکھتا۔',
  },
  no_version_marker: {
    severity: 'error',
    en: 'The file does not say which return it is, nor of which version. Copy your lines into the template of the programme ({expected}); JSON says it beside `sheets`, as `return`, `kind` and `version`.',
    ur: 'فائل یہ نہیں بتاتی کہ یہ کون سا گوشوارہ ہے اور کس نسخے کا۔ اپنی سطریں پروگرام کے سانچے ({expected}) میں نقل کریں؛ JSON میں یہ `sheets` کے ساتھ `return`، `kind` اور `version` میں لکھا جاتا ہے۔',
  },
  wrong_programme: {
    severity: 'error',
    en: 'This is a return of the programme {found}; {expected} is asked for.',
    ur: 'یہ پروگرام {found} کا گوشوارہ ہے؛ {expected} درکار ہے۔',
  },
  wrong_kind: {
    severity: 'error',
    en: 'This is the return "{found}"; "{expected}" is asked for. Choose the return that it was made for, or copy your lines into the right template.',
    ur: 'یہ گوشوارہ “{found}” ہے؛ “{expected}” درکار ہے۔ وہی گوشوارہ چنیں جس کے لیے یہ بنی، یا اپنی سطریں صحیح سانچے میں نقل کریں۔',
  },
  wrong_version: {
    severity: 'error',
    en: 'This was made for version {found} of the template; version {expected} is in use. Copy your lines into the new template.',
    ur: 'یہ سانچے کے نسخے {found} کے لیے بنا ہے؛ اب نسخہ {expected} رائج ہے۔ اپنی سطریں نئے سانچے میں نقل کریں۔',
  },
  csv_not_utf8: {
    severity: 'error',
    en: 'The file {found} is not in UTF-8. Save it as "CSV UTF-8".',
    ur: 'فائل {found} یو ٹی ایف-8 (UTF-8) میں نہیں۔ اسے “CSV UTF-8” کی صورت میں محفوظ کریں۔',
  },
  csv_broken: {
    severity: 'error',
    en: 'The file {found} is not a CSV file that can be read: a quotation mark is opened and not closed, or the other way round (row {expected}).',
    ur: 'فائل {found} قابلِ مطالعہ CSV نہیں: کوئی واوین کھلا ہے اور بند نہیں ہوا، یا اس کے برعکس (سطر {expected})۔',
  },
  csv_too_wide: {
    severity: 'error',
    en: 'In the file {found}, row {expected} has more cells than the header has columns. A decimal is written with a point, and a text with a comma in quotation marks.',
    ur: 'فائل {found} کی سطر {expected} میں خانے سرخی کے کالموں سے زیادہ ہیں۔ اعشاریہ نقطے سے لکھیں، اور جس متن میں کاما ہو اسے واوین میں رکھیں۔',
  },
  csv_none: {
    severity: 'error',
    en: 'There is no CSV file in the ZIP archive. Put one in for each sheet of the return, named as the sheet.',
    ur: 'ZIP فائل میں کوئی CSV فائل نہیں۔ گوشوارے کی ہر شیٹ کے لیے، شیٹ کے نام سے، ایک فائل رکھیں۔',
  },
  json_broken: {
    severity: 'error',
    en: 'This is not JSON in UTF-8 that can be read: it goes wrong in line {found}. Let a program write it.',
    ur: 'یہ یو ٹی ایف-8 میں قابلِ مطالعہ JSON نہیں: خرابی سطر {found} میں ہے۔ اسے کسی پروگرام سے لکھوائیں۔',
  },
  json_unfit: {
    severity: 'error',
    en: 'At {found} the return has another shape than is asked for: {expected}. The JSON Schema of the return says which.',
    ur: '{found} پر گوشوارے کی شکل مطلوبہ شکل سے مختلف ہے؛ درکار ہے: {expected}۔ تفصیل گوشوارے کے JSON Schema میں ہے۔',
  },
  missing_sheet: {
    severity: 'error',
    en: 'The sheet "{found}" is missing. It must be there, even when it has no lines.',
    ur: 'شیٹ “{found}” موجود نہیں۔ اس کا ہونا لازمی ہے، چاہے اس میں کوئی سطر نہ ہو۔',
  },
  duplicate_sheet: {
    severity: 'error',
    en: 'The sheets "{found}" and "{sheet}" are the same sheet of the return. Keep one of them.',
    ur: 'شیٹیں “{found}” اور “{sheet}” گوشوارے کی ایک ہی شیٹ ہیں۔ ان میں سے ایک رکھیں۔',
  },
  unknown_sheet: {
    severity: 'warning',
    en: 'The sheet "{sheet}" is not part of the return and is not read.',
    ur: 'شیٹ “{sheet}” گوشوارے کا حصہ نہیں اور نہیں پڑھی گئی۔',
  },
  missing_column: {
    severity: 'error',
    en: 'The sheet "{sheet}" has no column "{header}". Copy the headers from the template again.',
    ur: 'شیٹ “{sheet}” میں کالم “{header}” نہیں۔ عنوانات سانچے سے دوبارہ نقل کریں۔',
  },
  duplicate_column: {
    severity: 'error',
    en: 'The column "{header}" stands twice in the sheet "{sheet}" (the other is {other}). Remove one of them.',
    ur: 'شیٹ “{sheet}” میں کالم “{header}” دو بار ہے (دوسرا {other} ہے)۔ ان میں سے ایک نکال دیں۔',
  },
  unknown_column: {
    severity: 'warning',
    en: 'The column "{found}" is not part of the sheet "{sheet}" and is not read.',
    ur: 'کالم “{found}” شیٹ “{sheet}” کا حصہ نہیں اور نہیں پڑھا گیا۔',
  },
  column_without_header: {
    severity: 'error',
    en: 'The column has no header in the sheet "{sheet}", but "{found}" stands in it. Give the column its header, or clear it.',
    ur: 'شیٹ “{sheet}” میں اس کالم کا کوئی عنوان نہیں، مگر اس میں “{found}” لکھا ہے۔ کالم کو عنوان دیں، یا اسے خالی کر دیں۔',
  },
  hidden_sheet: {
    severity: 'warning',
    en: 'The sheet "{sheet}" is hidden in the workbook. It is read, and its lines count.',
    ur: 'شیٹ “{sheet}” ورک بک میں چھپی ہوئی ہے۔ اسے پڑھا گیا ہے اور اس کی سطریں شمار ہوتی ہیں۔',
  },
  calculated: {
    severity: 'warning',
    en: 'Rows of the sheet "{sheet}" with formulas: {found}, the first is {row}. What the file says they came to was read, and not computed again. Check the figures, or paste them as values.',
    ur: 'شیٹ “{sheet}” کی فارمولوں والی سطریں: {found}، پہلی {row} ہے۔ فائل میں ان کا جو نتیجہ درج ہے وہی پڑھا گیا، دوبارہ حساب نہیں ہوا۔ اعداد جانچ لیں، یا انہیں قدروں کے طور پر چسپاں کریں۔',
  },
  hidden_rows: {
    severity: 'warning',
    en: '{found} lines of the sheet "{sheet}" are hidden, this one first. They are read, and they count.',
    ur: 'شیٹ “{sheet}” کی {found} سطریں چھپی ہوئی ہیں، ان میں پہلی یہ ہے۔ وہ پڑھی گئی ہیں اور شمار ہوتی ہیں۔',
  },
  hidden_column: {
    severity: 'warning',
    en: 'The column "{header}" of the sheet "{sheet}" is hidden. It is read, and its values count.',
    ur: 'شیٹ “{sheet}” کا کالم “{header}” چھپا ہوا ہے۔ اسے پڑھا گیا ہے اور اس کی قدریں شمار ہوتی ہیں۔',
  },
  merged_cells: {
    severity: 'warning',
    en: 'Cells of the sheet "{sheet}" are merged ({found}). Only the first of them is shown, and each is read by itself: the others as empty, or as what lies under the first. Undo the merging and fill in each cell.',
    ur: 'شیٹ “{sheet}” کے خانے ضم ہیں ({found})۔ ان میں سے صرف پہلا دکھائی دیتا ہے اور ہر ایک الگ پڑھا جاتا ہے: باقی خالی، یا جو پہلے کے نیچے ہو۔ ضم ختم کر کے ہر خانہ پُر کریں۔',
  },
  shown_otherwise: {
    severity: 'warning',
    en: 'Numbers of the sheet "{sheet}" have a format that shows another figure than the cell holds; lines with such a number: {found}, this one first. What the cell holds was read ("{header}": {expected}). Choose a plain number format and check the figures.',
    ur: 'شیٹ “{sheet}” کے اعداد کا فارمیٹ خانے کی اصل قدر سے مختلف عدد دکھاتا ہے؛ ایسی سطریں: {found}، پہلی یہ ہے۔ خانے کی اصل قدر پڑھی گئی (“{header}”: {expected})۔ سادہ عددی فارمیٹ چنیں اور اعداد جانچ لیں۔',
  },
  after_day: {
    severity: 'warning',
    en: 'Lines of the sheet "{sheet}" after {expected}, the day of the assessment: {found}, this one first ("{header}"). They are read, and they count.',
    ur: 'شیٹ “{sheet}” میں {expected}، یعنی جائزے کے دن، کے بعد کی سطریں: {found}، پہلی یہ ہے (“{header}”)۔ وہ پڑھی گئی ہیں اور شمار ہوتی ہیں۔',
  },
  other_year: {
    severity: 'error',
    en: 'The return is taken as that of {expected}, and none of its months lies there: they are of {found}. Name the period of its months, or take the return of that period.',
    ur: 'گوشوارہ {expected} کا سمجھا جا رہا ہے، مگر اس کا کوئی مہینہ اس مدت کا نہیں: وہ {found} کے ہیں۔ مہینوں کی مدت بتائیں، یا مطلوبہ مدت کا گوشوارہ لیں۔',
  },
  header_renamed: {
    severity: 'warning',
    en: 'The header "{header}" was expected in this column, and "{found}" stands there. The column is read as "{header}".',
    ur: 'اس کالم میں عنوان “{header}” درکار تھا، اور وہاں “{found}” لکھا ہے۔ کالم کو “{header}” کے طور پر پڑھا گیا۔',
  },
  no_lines: {
    severity: 'error',
    en: 'The sheet "{sheet}" has no lines. It needs at least one.',
    ur: 'شیٹ “{sheet}” میں کوئی سطر نہیں۔ کم از کم ایک درکار ہے۔',
  },
  several_lines: {
    severity: 'error',
    en: 'The sheet "{sheet}" has one line only; this is a second.',
    ur: 'شیٹ “{sheet}” میں صرف ایک سطر ہوتی ہے؛ یہ دوسری ہے۔',
  },
} as const
