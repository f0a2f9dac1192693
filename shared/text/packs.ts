/** Why a pack was refused, in a sentence for the person who wrote it. */
import { messages } from '#shared/text/messages.ts'

export const packText = messages({
  alias: {
    id: 'Rujukan YAML (& dan *) tidak dipakai dalam paket. Tulis isinya di tempat ini.',
    en: 'YAML references (& and *) are not used in packs. Write the content out here.',
  },
  annexCanvas: { id: 'Kanvas "{{id}}" untuk lampiran tidak ada di paket mana pun.', en: 'The annex canvas "{{id}}" is not in any pack.' },
  anchorOutside: { id: 'Keterangan skor harus antara {{min}} dan {{max}}.', en: 'A score anchor must lie between {{min}} and {{max}}.' },
  axisOrder: {
    id: 'Batas harus lebih besar dari nilai terkecil dan tidak melebihi nilai terbesar.',
    en: 'The threshold must be above the lowest value and not above the highest.',
  },
  choiceWithoutOptions: { id: 'Pilihan memerlukan daftar "options".', en: 'A choice needs a list of "options".' },
  columnUnknown: {
    id: 'Kolom "{{key}}" tidak ada atau tidak berisi angka di kanvas ini.',
    en: 'Column "{{key}}" does not exist in this canvas or holds no numbers.',
  },
  dayOrder: { id: 'Hari pada agenda tidak boleh mundur.', en: 'The days of an agenda must not go backwards.' },
  deepNesting: { id: 'Susunan berkas ini terlalu dalam.', en: 'This file is nested too deeply.' },
  duplicateId: { id: 'Id "{{id}}" sudah dipakai paket "{{pack}}".', en: 'The id "{{id}}" is already used by pack "{{pack}}".' },
  duplicateKey: { id: 'Kunci "{{key}}" dipakai dua kali dalam daftar ini.', en: 'The key "{{key}}" is used twice in this list.' },
  fieldUnknown: { id: 'Isian "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no field "{{key}}".' },
  fileNameId: { id: 'Id harus sama dengan nama berkas, yaitu "{{name}}".', en: 'The id must be the same as the file name, "{{name}}".' },
  folderNameId: {
    id: 'Id harus sama dengan nama folder, yaitu "{{name}}".',
    en: 'The id must be the same as the folder name, "{{name}}".',
  },
  forbiddenKey: { id: 'Nama "{{key}}" tidak boleh dipakai sebagai kunci.', en: 'The name "{{key}}" must not be used as a key.' },
  formMissing: { id: 'Formulir "{{id}}" tidak ada di paket mana pun.', en: 'The form "{{id}}" is not in any pack.' },
  formulaLoop: { id: 'Rumus kolom ini bergantung pada dirinya sendiri.', en: 'The formula of this column depends on itself.' },
  formulaMissing: { id: 'Kolom rumus memerlukan "formula".', en: 'A formula column needs a "formula".' },
  gateOpens: { id: 'Gerbang ini seharusnya membuka "{{stage}}".', en: 'This gate should open "{{stage}}".' },
  gateOpensNothing: { id: 'Gerbang terakhir tidak membuka tahap apa pun.', en: 'The last gate opens no stage.' },
  canvasMissing: { id: 'Kanvas "{{id}}" tidak ada di paket mana pun.', en: 'The canvas "{{id}}" is not in any pack.' },
  invalidKey: {
    id: 'Hanya huruf kecil, angka, dan garis bawah, diawali huruf.',
    en: 'Only lower case letters, digits and underscores, beginning with a letter.',
  },
  invalidSlug: { id: 'Hanya huruf kecil, angka, dan tanda hubung.', en: 'Only lower case letters, digits and hyphens.' },
  invalidOther: { id: 'Isinya tidak sesuai dengan aturan paket.', en: 'This does not fit the rules for packs.' },
  keyNotText: { id: 'Kunci harus berupa teks.', en: 'A key must be text.' },
  methodMissing: {
    id: 'Metode asal "{{id}}" tidak ada atau tidak bisa dipakai.',
    en: 'The base method "{{id}}" is missing or cannot be used.',
  },
  missing: { id: 'Bagian ini wajib diisi.', en: 'This part is required.' },
  modeStages: {
    id: 'Metode {{mode}} harus memiliki {{count}} tahap, bukan {{found}}.',
    en: 'A {{mode}} method must have {{count}} stages, not {{found}}.',
  },
  noMethodStage: { id: 'Tahap "{{stage}}" tidak ada dalam metode asal.', en: 'The base method has no stage "{{stage}}".' },
  noPackFile: { id: 'Berkas pack.yaml tidak ada.', en: 'There is no pack.yaml.' },
  notEmpty: { id: 'Tidak boleh kosong.', en: 'This must not be empty.' },
  notOneOf: { id: 'Harus salah satu dari: {{options}}.', en: 'This must be one of: {{options}}.' },
  notReadable: { id: 'Berkas tidak bisa dibaca.', en: 'The file cannot be read.' },
  notUtf8: { id: 'Berkas bukan teks UTF-8. Simpan ulang sebagai UTF-8.', en: 'The file is not UTF-8 text. Save it again as UTF-8.' },
  oneDocument: { id: 'Satu berkas hanya boleh berisi satu dokumen YAML.', en: 'A file may hold only one YAML document.' },
  quadrantUnknown: { id: 'Kuadran "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no quadrant "{{key}}".' },
  scoreRange: {
    id: 'Kolom skor memerlukan "min" dan "max", dengan min lebih kecil.',
    en: 'A score column needs "min" and "max", min being smaller.',
  },
  stageOrder: { id: 'Tahap harus urut seperti dalam metode 6D.', en: 'The stages must keep the order of the 6D method.' },
  stagesTwice: { id: 'Tahap "{{stage}}" ditulis dua kali.', en: 'The stage "{{stage}}" is written twice.' },
  tooBig: { id: 'Paling besar {{max}}.', en: 'At most {{max}}.' },
  tooFew: { id: 'Paling sedikit {{min}} isi.', en: 'At least {{min}} entries.' },
  tooLarge: { id: 'Berkas terlalu besar: paling besar {{max}} KB.', en: 'The file is too large: at most {{max}} KB.' },
  tooMany: { id: 'Paling banyak {{max}} isi.', en: 'At most {{max}} entries.' },
  tooManyFiles: { id: 'Paket berisi terlalu banyak berkas: paling banyak {{max}}.', en: 'The pack has too many files: at most {{max}}.' },
  tooSmall: { id: 'Paling kecil {{min}}.', en: 'At least {{min}}.' },
  tooSmallExclusive: { id: 'Harus lebih dari {{min}}.', en: 'This must be more than {{min}}.' },
  unknownFile: {
    id: 'Berkas ini tidak dikenal. Yang dibaca: pack.yaml, method.yaml, canvases/, forms/, dan documents/.',
    en: 'This file is not known. What is read: pack.yaml, method.yaml, canvases/, forms/ and documents/.',
  },
  unknownKey: { id: 'Kunci ini tidak dikenal. Periksa ejaannya.', en: 'This key is not known. Check the spelling.' },
  weightSum: { id: 'Jumlah bobot harus 100, bukan {{sum}}.', en: 'The weights must add up to 100, not {{sum}}.' },
  wordLimits: { id: 'Batas kata terkecil melebihi batas terbesar.', en: 'The lowest word limit exceeds the highest.' },
  wrongKind: {
    id: 'Kanvas "{{id}}" berjenis {{found}}; di sini perlu {{wanted}}.',
    en: 'Canvas "{{id}}" is a {{found}}; a {{wanted}} is needed here.',
  },
  wrongType: { id: 'Harus berupa {{type}}.', en: 'This must be {{type}}.' },
  yamlDuplicate: {
    id: 'Baris {{line}}, kolom {{column}}: kunci ini ditulis dua kali.',
    en: 'Line {{line}}, column {{column}}: this key is written twice.',
  },
  yamlSyntax: {
    id: 'Baris {{line}}, kolom {{column}}: penulisan YAML tidak sah ({{detail}}).',
    en: 'Line {{line}}, column {{column}}: this is not valid YAML ({{detail}}).',
  },
  yamlTag: {
    id: 'Baris {{line}}, kolom {{column}}: penanda jenis YAML (!) tidak dipakai dalam paket.',
    en: 'Line {{line}}, column {{column}}: YAML type tags (!) are not used in packs.',
  },
  zoneUnknown: { id: 'Kolom kartu "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no zone "{{key}}".' },
})

/** Words for what a value should have been. */
export const typeText = messages({
  array: { id: 'daftar', en: 'a list' },
  boolean: { id: 'true atau false', en: 'true or false' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  number: { id: 'angka', en: 'a number' },
  object: { id: 'kelompok kunci dan isi', en: 'a group of keys and values' },
  string: { id: 'teks', en: 'text' },
})
