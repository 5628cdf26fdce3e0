const PICTURE_EXTENSION = /\.(jpe?g|jfif|png|webp|hei[cf]|avif|bmp|gif|tiff?)$/i

/** By MIME type where the system knows it, else by extension; never macOS's `._photo.jpg` metadata files. */
export const isPicture = ({ type, name }: File): boolean =>
  !name.startsWith('._') && (type.startsWith('image/') || PICTURE_EXTENSION.test(name))
