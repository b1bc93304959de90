## 照片文件

photos-unreadable = 无法读取{ $file }：{ $fault }
photos-not-a-picture = { $file }不是照片，没有加入：请选择 JPEG、PNG、WebP、TIFF、GIF 或 BMP 文件
photos-foreign = { $file }是 { $format } 格式，Runsheet 无法读取：请先导出为 JPEG 再加入
photos-truncated = { $file }不完整，没有加入：请从相机重新复制
photos-damaged = { $file }已损坏，无法显示：请从相机重新复制，或导出为 JPEG
photos-no-more = 活动照片{ $file }已不是可显示的照片：请把原文件放回原处，或从活动中移除这张照片
photos-too-many-pixels = { $file }的尺寸为 { $width } × { $height } 像素，没有加入：请把长边缩小到 { $edge } 像素以内，且不超过 { $megapixels } 百万像素
photos-too-large = { $file }文件太大，没有加入：请导出为小于 { $limit } MB 的 JPEG
photos-too-heavy = 打开{ $file }需要超过 { $limit } MB 内存，没有加入：请导出为尺寸较小、非渐进式的 JPEG
photos-unwritten = 没有加入{ $file }，因为无法把它复制到文件夹{ $folder }：{ $fault }，然后重新加入
photos-outside = { $file }是指向活动文件夹以外的链接，因此没有使用：请改为真正的文件夹

## 文件已换成另一张图片的照片

photo-other = 照片文件{ $file }已不是当初加入的图片，说明、人物及编号可能有误。请放回原文件，或采用新图片并重新核对。
photo-other-short = 已不是当初加入的图片
photo-other-accept = 采用新图片
photo-other-accept-name = 采用{ $name }的新图片
photo-other-show = 显示照片
photo-other-show-name = 显示{ $name }
photo-other-known = 活动内另一张照片已是这张图片。请移除其中一张，或放回原文件。
cli-photo-other = 照片{ $name }的文件已不是当初加入的图片：请放回原文件，或在窗口中采用新图片

## 暂不使用的照片，以及放回原处的文件

photo-held-back = { $file }已不是当初加入的图片，因此暂不使用这张照片：请放回原文件，或在窗口中采用新图片并核对说明
photo-not-as-kept = { $file }是随版本保存的照片{ $photo }，其内容已不是该图片，因此没有使用。只要活动文件夹内仍有该图片，发出下一版时便会修复；否则请从备份放回。
photo-not-kept = { $file }已不是当初加入的图片，因此这个版本没有保存此照片的图片：请放回原文件，或在窗口中采用新图片，然后再发出一版
app-issued-without = { $count ->
   *[other] 第{ $number }版没有保存以下 { $count } 张照片的图片：
}
paper-photos-lack = { $count ->
   *[other] 这份文稿有 { $count } 张照片与当初加入时不符：
}
photos-put-in-place = { $count ->
   *[other] 有 { $count } 张照片的图片在活动文件夹的其他位置找到，已复制到原处：
}
cli-photo-put-in-place = { $file }的图片在活动文件夹的其他位置找到，已复制到原处
merge-photo-renamed = 因另一张照片的文件同名，{ $from }现改名为{ $to }
trouble-same-file = 文件与{ $other }同名，或其他系统会视为同名
mend-rename-file = 为文件另取名称
