/** Why a pack was refused, in a sentence for the person who wrote it. */
import { messages } from '#shared/text/messages.ts'

export const packText = messages({
  alias: {
    id: 'Rujukan YAML (& dan *) tidak dipakai dalam paket. Tulis isinya di tempat ini.',
    en: 'YAML references (& and *) are not used in packs. Write the content out here.',
  },
  annexCanvas: { id: 'Kanvas "{{id}}" untuk lampiran tidak ada di paket mana pun.', en: 'The annex canvas "{{id}}" is not in any pack.' },
  anchorOutside: { id: 'Keterangan skor harus antara {{min}} dan {{max}}.', en: 'A score anchor must lie between {{min}} and {{max}}.' },
  anchorTwice: { id: 'Skor {{score}} diterangkan dua kali.', en: 'Score {{score}} is explained twice.' },
  axisOrder: {
    id: 'Batas harus lebih besar dari nilai terkecil dan tidak melebihi nilai terbesar.',
    en: 'The threshold must be above the lowest value and not above the highest.',
  },
  bandOrder: {
    id: 'Rentang harus urut dari yang terkecil, dan "from" tidak boleh sama.',
    en: 'Bands must go from the lowest up, and no two may begin at the same value.',
  },
  cellBand: {
    id: 'Kolom "{{key}}" harus berupa rumus "band" atas kolom "{{value}}".',
    en: 'Column "{{key}}" must be a "band" formula of column "{{value}}".',
  },
  cellLookup: {
    id: 'Kolom "{{key}}" harus berupa rumus "lookup" atas kedua sumbu, "{{x}}" dan "{{y}}".',
    en: 'Column "{{key}}" must be a "lookup" formula of both axes, "{{x}}" and "{{y}}".',
  },
  changedElsewhere: {
    id: 'Paket ini diubah di jendela lain: sekarang versi {{version}}, sedangkan perubahan Anda berangkat dari versi {{from}}.',
    en: 'The pack was changed in another window: it is now version {{version}}, and your changes began with version {{from}}.',
  },
  choiceWithoutOptions: { id: 'Pilihan memerlukan daftar "options".', en: 'A choice needs a list of "options".' },
  copiedFrom: {
    id: 'Salinan dari "{{title}}" ({{id}} v{{version}}).',
    en: 'A copy of "{{title}}" ({{id}} v{{version}}).',
  },
  olderVersion: {
    id: 'Versi {{version}} tidak lebih baru dari versi {{present}} yang sudah ada di sini.',
    en: 'Version {{version}} is not newer than version {{present}}, which is here already.',
  },
  ownOnly: {
    id: 'Paket "{{id}}" bukan milik ruang kerja ini. Salin dahulu, lalu ubah salinannya.',
    en: 'The pack "{{id}}" does not belong to this workspace. Copy it first and change the copy.',
  },
  columnMissing: {
    id: 'Kolom "{{key}}" tidak ada di kanvas ini atau tidak bisa diisi.',
    en: 'This canvas has no column "{{key}}", or it cannot be filled in.',
  },
  columnNoCheck: {
    id: 'Kolom "{{key}}" di kanvas "{{id}}" bukan rumus "check".',
    en: 'Column "{{key}}" of canvas "{{id}}" is no "check" formula.',
  },
  columnNoChoice: {
    id: 'Kolom "{{key}}" tidak ada atau bukan kolom pilihan (choice).',
    en: 'Column "{{key}}" does not exist or is no choice column.',
  },
  columnNoDate: {
    id: 'Kolom "{{key}}" tidak ada atau bukan kolom tanggal atau bulan.',
    en: 'Column "{{key}}" does not exist or holds neither dates nor months.',
  },
  columnOfOther: { id: 'Kolom "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no column "{{key}}".' },
  columnUnknown: {
    id: 'Kolom "{{key}}" tidak ada atau tidak berisi angka di kanvas ini.',
    en: 'Column "{{key}}" does not exist in this canvas or holds no numbers.',
  },
  combineOption: {
    id: 'Pilihan "{{key}}" harus bernama sama dengan sebuah kolom teks.',
    en: 'The option "{{key}}" must have the key of a text column.',
  },
  compare_boolean: { id: 'Kolom ini dibandingkan dengan true atau false.', en: 'This column is compared with true or false.' },
  compare_number: { id: 'Kolom ini dibandingkan dengan angka.', en: 'This column is compared with a number.' },
  compare_string: { id: 'Kolom ini dibandingkan dengan teks.', en: 'This column is compared with text.' },
  conditionEmpty: {
    id: 'Syarat ini belum menyebut apa pun. Tulis paling sedikit satu, misalnya "is" atau "atLeast".',
    en: 'This condition asks for nothing. Write at least one, such as "is" or "atLeast".',
  },
  copyNotHere: {
    id: '"copy" hanya untuk baris, kartu, dan kotak yang diambil dari kanvas lain.',
    en: '"copy" is only for rows, notes and nodes taken from another canvas.',
  },
  copyUnfit: {
    id: 'Kolom "{{key}}" tidak bisa diisi dari kolom "{{other}}": foto hanya dari foto.',
    en: 'Column "{{key}}" cannot be filled from column "{{other}}": a photo only comes from a photo.',
  },
  dayOrder: { id: 'Hari pada agenda tidak boleh mundur.', en: 'The days of an agenda must not go backwards.' },
  deepNesting: { id: 'Susunan berkas ini terlalu dalam.', en: 'This file is nested too deeply.' },
  criterionMissing: {
    id: 'Kriteria "{{key}}" tidak ada di tahap penilaian "{{stage}}".',
    en: 'The stage of judging "{{stage}}" has no criterion "{{key}}".',
  },
  duplicateId: { id: 'Id "{{id}}" sudah dipakai paket "{{pack}}".', en: 'The id "{{id}}" is already used by pack "{{pack}}".' },
  duplicateKey: { id: 'Kunci "{{key}}" dipakai dua kali dalam daftar ini.', en: 'The key "{{key}}" is used twice in this list.' },
  factTwice: {
    id: 'Data inovasi "{{key}}" sudah dipakai isian lain di formulir ini.',
    en: 'The fact "{{key}}" is already bound to another field of this form.',
  },
  fieldNoScale: { id: 'Isian "{{key}}" tidak ada atau bukan skala.', en: 'Field "{{key}}" does not exist or is no scale.' },
  fieldNotWritten: {
    id: 'Isian "{{key}}" tidak ada atau bukan isian teks.',
    en: 'Field "{{key}}" does not exist or is not a written one.',
  },
  fieldUnknown: { id: 'Isian "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no field "{{key}}".' },
  fileNameId: { id: 'Id harus sama dengan nama berkas, yaitu "{{name}}".', en: 'The id must be the same as the file name, "{{name}}".' },
  folderNameId: {
    id: 'Id harus sama dengan nama folder, yaitu "{{name}}".',
    en: 'The id must be the same as the folder name, "{{name}}".',
  },
  forbiddenKey: { id: 'Nama "{{key}}" tidak boleh dipakai sebagai kunci.', en: 'The name "{{key}}" must not be used as a key.' },
  indicatorsMissing: {
    id: 'Kumpulan indikator "{{id}}" tidak ada di paket mana pun.',
    en: 'The set of indicators "{{id}}" is not in any pack.',
  },
  formMissing: { id: 'Formulir "{{id}}" tidak ada di paket mana pun.', en: 'The form "{{id}}" is not in any pack.' },
  formulaLoop: { id: 'Rumus kolom ini bergantung pada dirinya sendiri.', en: 'The formula of this column depends on itself.' },
  formulaMissing: { id: 'Kolom rumus memerlukan "formula".', en: 'A formula column needs a "formula".' },
  formulaNotHere: { id: 'Rumus hanya untuk kolom berjenis "formula".', en: 'Only a column of type "formula" has a formula.' },
  gateOpens: { id: 'Gerbang ini seharusnya membuka "{{stage}}".', en: 'This gate should open "{{stage}}".' },
  gateOpensNothing: { id: 'Gerbang terakhir tidak membuka tahap apa pun.', en: 'The last gate opens no stage.' },
  canvasMissing: { id: 'Kanvas "{{id}}" tidak ada di paket mana pun.', en: 'The canvas "{{id}}" is not in any pack.' },
  groupMissing: {
    id: 'Tabel ini tidak dikelompokkan menurut pilihan "{{key}}".',
    en: 'This grid is not grouped by an option "{{key}}".',
  },
  juryStageMissing: { id: 'Tahap penilaian "{{key}}" tidak ada di rubrik ini.', en: 'This rubric has no stage of judging "{{key}}".' },
  markOffStep: {
    id: 'Nilai {{mark}} tidak dapat diberikan dengan langkah {{step}}.',
    en: 'The mark {{mark}} cannot be given in steps of {{step}}.',
  },
  markOrder: {
    id: 'Penjelasan nilai harus urut dari yang terendah, tanpa nilai yang sama.',
    en: 'What marks mean goes from the lowest up, each mark once.',
  },
  scaleOrder: { id: 'Nilai tertinggi harus lebih besar daripada nilai terendah.', en: 'The highest mark must be above the lowest.' },
  stepUneven: {
    id: 'Dengan langkah {{step}}, nilai dari {{min}} tidak pernah tepat sampai ke {{max}}.',
    en: 'In steps of {{step}}, marks from {{min}} never come to exactly {{max}}.',
  },
  tieTwice: {
    id: 'Aturan ini sudah ada di atas, jadi tidak memutuskan apa pun lagi.',
    en: 'This rule stands above already, so it decides nothing more.',
  },
  weightsNotHundred: {
    id: 'Dengan cara hitung "percent", bobot kriteria harus berjumlah 100; sekarang {{total}}.',
    en: 'With the scoring "percent", the weights of the criteria must add up to 100; now they make {{total}}.',
  },
  intoNotHere: {
    id: 'Matriks tidak memakai "into": tiap hal yang diambil menjadi titik sendiri.',
    en: 'Matrices have no "into": everything taken becomes a point of its own.',
  },
  invalidKey: {
    id: 'Hanya huruf kecil, angka, dan garis bawah, diawali huruf.',
    en: 'Only lower case letters, digits and underscores, beginning with a letter.',
  },
  invalidSlug: { id: 'Hanya huruf kecil, angka, dan tanda hubung.', en: 'Only lower case letters, digits and hyphens.' },
  invalidOther: { id: 'Isinya tidak sesuai dengan aturan paket.', en: 'This does not fit the rules for packs.' },
  keyNotText: { id: 'Kunci harus berupa teks.', en: 'A key must be text.' },
  lookupRange: {
    id: 'Kolom "{{key}}" memerlukan "min" dan "max" agar tabel rujukan pasti lengkap.',
    en: 'Column "{{key}}" needs "min" and "max", so that the lookup table is sure to be complete.',
  },
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
  noRank: { id: 'Kanvas "{{id}}" tidak memiliki kolom peringkat.', en: 'Canvas "{{id}}" has no rank column.' },
  notEmpty: { id: 'Tidak boleh kosong.', en: 'This must not be empty.' },
  notOneOf: { id: 'Harus salah satu dari: {{options}}.', en: 'This must be one of: {{options}}.' },
  notReadable: { id: 'Berkas tidak bisa dibaca.', en: 'The file cannot be read.' },
  notUtf8: { id: 'Berkas bukan teks UTF-8. Simpan ulang sebagai UTF-8.', en: 'The file is not UTF-8 text. Save it again as UTF-8.' },
  oneDocument: { id: 'Satu berkas hanya boleh berisi satu dokumen YAML.', en: 'A file may hold only one YAML document.' },
  quadrantUnknown: { id: 'Kuadran "{{key}}" tidak ada di kanvas "{{id}}".', en: 'Canvas "{{id}}" has no quadrant "{{key}}".' },
  ownCanvas: { id: 'Kanvas tidak bisa mengambil dari dirinya sendiri.', en: 'A canvas cannot draw on itself.' },
  quadrantsOrCells: { id: 'Matriks memerlukan "quadrants" atau "cells".', en: 'A matrix needs "quadrants" or "cells".' },
  rangeOrder: { id: '"max" harus lebih besar dari "min".', en: '"max" must be larger than "min".' },
  resultUnknown: {
    id: 'Hasil "{{key}}" tidak ada di atas baris ini atau bukan angka.',
    en: 'There is no result "{{key}}" above this one, or it is no number.',
  },
  scoreRange: {
    id: 'Kolom skor memerlukan "min" dan "max", dengan min lebih kecil.',
    en: 'A score column needs "min" and "max", min being smaller.',
  },
  sectionUnknown: { id: 'Bagian "{{key}}" tidak ada di formulir ini.', en: 'This form has no section "{{key}}".' },
  stageOrder: { id: 'Tahap harus urut seperti dalam metode 6D.', en: 'The stages must keep the order of the 6D method.' },
  stagesTwice: { id: 'Tahap "{{stage}}" ditulis dua kali.', en: 'The stage "{{stage}}" is written twice.' },
  tableTooSmall: {
    id: 'Tabel rujukan memuat {{first}} sampai {{last}}, padahal kolom "{{key}}" dapat berisi {{min}} sampai {{max}}.',
    en: 'The lookup table covers {{first}} to {{last}}, but column "{{key}}" may hold {{min}} to {{max}}.',
  },
  tableUneven: {
    id: 'Semua baris tabel rujukan harus sama panjang: {{count}}, bukan {{found}}.',
    en: 'All rows of a lookup table must have the same length: {{count}}, not {{found}}.',
  },
  tooBig: { id: 'Paling besar {{max}}.', en: 'At most {{max}}.' },
  tooFew: { id: 'Paling sedikit {{min}} isi.', en: 'At least {{min}} entries.' },
  tooLarge: { id: 'Berkas terlalu besar: paling besar {{max}} KB.', en: 'The file is too large: at most {{max}} KB.' },
  tooMany: { id: 'Paling banyak {{max}} isi.', en: 'At most {{max}} entries.' },
  tooManyFiles: { id: 'Paket berisi terlalu banyak berkas: paling banyak {{max}}.', en: 'The pack has too many files: at most {{max}}.' },
  tooSmall: { id: 'Paling kecil {{min}}.', en: 'At least {{min}}.' },
  tooSmallExclusive: { id: 'Harus lebih dari {{min}}.', en: 'This must be more than {{min}}.' },
  unknownFile: {
    id: 'Berkas ini tidak dikenal. Yang dibaca: pack.yaml, method.yaml, canvases/, forms/, indicators/, dan documents/.',
    en: 'This file is not known. What is read: pack.yaml, method.yaml, canvases/, forms/, indicators/ and documents/.',
  },
  unknownKey: { id: 'Kunci ini tidak dikenal. Periksa ejaannya.', en: 'This key is not known. Check the spelling.' },
  valueUnfit: { id: 'Isi ini tidak sesuai dengan kolom "{{key}}".', en: 'This does not fit column "{{key}}".' },
  votedMissing: {
    id: '"voting" memerlukan paling sedikit satu kolom skor dengan "voted: true".',
    en: '"voting" needs at least one score column with "voted: true".',
  },
  votedScore: { id: 'Hanya kolom skor yang bisa dinilai tiap orang.', en: 'Only a score column can be scored by each person.' },
  votingMissing: {
    id: 'Kolom dengan "voted: true" memerlukan "voting" yang menyebut cara menggabungkan skor.',
    en: 'A column with "voted: true" needs "voting", which says how scores become one.',
  },
  weightSum: { id: 'Jumlah bobot harus {{total}}, bukan {{sum}}.', en: 'The weights must add up to {{total}}, not {{sum}}.' },
  attachmentsNone: {
    id: 'Lampiran diwajibkan, padahal paling banyak 0.',
    en: 'An attachment is required, yet none is allowed.',
  },
  bandTwice: { id: 'Dua rentang mulai dari angka yang sama: {{from}}.', en: 'Two bands begin at the same number: {{from}}.' },
  dateField: {
    id: 'Isian "{{key}}" tidak ada di kepala formulir atau bukan tanggal.',
    en: 'The header has no entry "{{key}}", or it is no date.',
  },
  documentMissing: { id: 'Dokumen "{{id}}" tidak ada di paket mana pun.', en: 'The document "{{id}}" is not in any pack.' },
  factScope: {
    id: '"{{key}}" hanya dikenal dalam dokumen tentang: {{scopes}}.',
    en: '"{{key}}" is known only in documents about: {{scopes}}.',
  },
  factUnknown: { id: 'Nilai "{{key}}" tidak dikenal. Periksa ejaannya.', en: 'There is no value "{{key}}". Check the spelling.' },
  headerOption: {
    id: 'Isian "{{key}}" tidak ada di kepala formulir atau tidak memiliki pilihan "{{option}}".',
    en: 'The header has no entry "{{key}}", or it has no option "{{option}}".',
  },
  levelSame: {
    id: 'Dua tingkat berbunyi sama. Tulis apa yang membedakannya.',
    en: 'Two levels read the same. Write what makes them differ.',
  },
  notADay: { id: 'Bukan tanggal. Tulis seperti 2026-06-30.', en: 'This is no date. Write it like 2026-06-30.' },
  numberTwice: { id: 'Nomor {{no}} dipakai dua kali.', en: 'The number {{no}} is used twice.' },
  partsMissing: { id: 'Dokumen bersusun "parts" belum memiliki bagian.', en: 'A document made of "parts" has none yet.' },
  servicesMany: {
    id: 'Urusan pelayanan dasar hanya {{most}}.',
    en: 'There are only {{most}} basic services.',
  },
  signersMany: {
    id: 'Paling banyak {{most}} penanda tangan berdampingan. Untuk {{count}} pakai "signatureLayout: table".',
    en: 'At most {{most}} sign side by side. For {{count}} use "signatureLayout: table".',
  },
  titleEntry: {
    id: 'Isian judul "{{key}}" tidak ada di kepala formulir atau bukan tulisan.',
    en: 'The header has no entry "{{key}}" for the title, or it holds no text.',
  },
  totalSmall: {
    id: 'Poin terbanyak {{most}} kurang dari jumlah bagiannya, yaitu {{sum}}.',
    en: 'The most points, {{most}}, are less than the sum of the parts, {{sum}}.',
  },
  variantMissing: { id: 'Dokumen ini tidak memiliki varian "{{key}}".', en: 'This document has no variant "{{key}}".' },
  windowOrder: { id: 'Akhir rentang mendahului awalnya.', en: 'The window ends before it begins.' },
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
  zoneMissing: { id: 'Kolom kartu "{{key}}" tidak ada di kanvas ini.', en: 'This canvas has no zone "{{key}}".' },
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
