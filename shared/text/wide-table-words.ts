/** What a table says above itself when a page cannot hold all of its columns. */
import { messages } from './messages.ts'

export const wideTableWords = messages({
  columns: { id: 'kolom {{from}}–{{to}} dari {{of}}', en: 'columns {{from}}–{{to}} of {{of}}' },
})
