/** An SVG as a PNG, painted by the page. */

/** Browsers refuse sheets beyond about 16,000 px a side, and some far smaller areas. */
const longestSide = 15_000
const largestArea = 120_000_000

/** Paints an SVG at up to twice its size. The page's own rules allow `blob:` and `data:` pictures. */
export async function svgToPng(svg: string): Promise<Blob> {
  const picture = new Image()
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    picture.src = address
    await picture.decode()
    const sheet = document.createElement('canvas')
    const { naturalWidth: width, naturalHeight: height } = picture
    const scale = Math.min(2, longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)))
    sheet.width = Math.ceil(width * scale)
    sheet.height = Math.ceil(height * scale)
    const pen = sheet.getContext('2d')
    if (pen === null) throw new Error('no 2d context')
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, sheet.width, sheet.height)
    pen.drawImage(picture, 0, 0, sheet.width, sheet.height)
    return await new Promise((resolve, reject) =>
      sheet.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be painted')) : resolve(blob)), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
