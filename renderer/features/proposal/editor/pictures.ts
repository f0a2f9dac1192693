/** Pictures among what is pasted or dropped into a section. */

/** The pictures among pasted or dropped files. Word puts a picture of the copied text beside the text; then the text is meant. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  if (data === null) return []
  const html = data.getData('text/html')
  if (html !== '' && new DOMParser().parseFromString(html, 'text/html').body.textContent.trim() !== '') return []
  return [...data.files].filter((file) => file.type.startsWith('image/'))
}
