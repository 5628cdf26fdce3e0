/** Not every `image/…`: Photoshop files and raw files are none that a browser shows. */
const PICTURE_TYPE = /^image\/(p?jpe?g|png|apng|webp|hei[cf](-sequence)?|avif|(x-)?(ms-)?bmp|gif|tiff)$/
const PICTURE_EXTENSION = /\.(jpe?g|jfif|png|webp|hei[cf]|avif|bmp|gif|tiff?)$/i

/** By MIME type where the system knows it, else by extension; never macOS's `._photo.jpg` metadata files. */
export const isPicture = ({ type, name }: File): boolean =>
  !name.startsWith('._') && (PICTURE_TYPE.test(type) || PICTURE_EXTENSION.test(name))
