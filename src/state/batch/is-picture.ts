const PICTURE_EXTENSION = /\.(jpe?g|jfif|png|webp|hei[cf]|avif|bmp|gif|tiff?)$/i

/** By type where the system knows it, else by name; never what macOS leaves beside a picture (._photo.jpg). */
export const isPicture = ({ type, name }: File): boolean =>
  !name.startsWith('._') && (type.startsWith('image/') || PICTURE_EXTENSION.test(name))
