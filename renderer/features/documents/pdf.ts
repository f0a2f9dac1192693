/** The reader of PDF files is shared with the preview of evidence. */
export * from '../../parts/pdf.ts'
