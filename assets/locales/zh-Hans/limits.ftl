## Limits of the house's own templates

paper-error-too-slow = { $file }过了{ $seconds }秒仍未排完，已被中止。请更正模板（可能有无休止的重复），或加上--built-in，改用内置模板打印。
paper-error-memory = { $file }需要超过{ $limit } MB内存，已被中止。请更正模板，或加上--built-in，改用内置模板打印。
paper-error-pages = { $file }排出的页数超过{ $limit }页。请更正模板，或加上--built-in，改用内置模板打印。
paper-error-unfinished = 此文稿篇幅很长，PDF 未能完成：制作 PDF 的进程已中止，可能是内存不足。请关闭其他程序，或只用一种语言打印。
paper-error-ended = { $file }使排版中断。请更正模板，或加上--built-in，改用内置模板打印。
paper-error-no-helper = 无法使用自定义模板：本程序的第二个进程未能启动（{ $detail }）。请重新启动Runsheet，或加上--built-in，改用内置模板打印。

## Hostile files

files-forged = { $file }在发出之后被人改动：内容与其识别码不符，已不是该版本。请放回未经改动的文件副本，或使用其他版本。
cli-not-a-folder = { $file }不是文件夹：打印全部文稿时，请指定文件夹（没有便会建立），或以 .pdf 结尾的名称

## 给媒体的照片

cli-about-photos-export = 为媒体制作已批准发布的照片的副本：附编号和说明，并移除拍摄地点
cli-argument-photos-export-event = 活动：其文件夹，或其中的 event.ron
cli-argument-photos-export-out = 存放副本的文件夹；没有便会建立
cli-argument-photos-export-location = 原样复制文件，保留拍摄地点
press-left = 另有{ $count }张照片未获批准发布，没有复制
press-incomplete = { $count ->
    [0] 没有照片复制到{ $folder }。以下照片未能复制：
   *[other] 已把{ $count }张照片连同图片说明复制到{ $folder }。以下照片未能复制：
}
press-caption-cut = 图片说明过长，副本{ $file }只载有其中一部分；全文见 captions.txt
path-press = 存放新闻照片的文件夹
press-folder = 新闻照片
press-photos = 新闻照片及图片说明（文件夹）
press-location = 保留拍摄地点

## Limits of readers

files-too-many = { $file }内同一类项目超过{ $limit }个，不像是真正的活动，因此没有读取：请检查文件是否正确，或将活动拆分
exchange-too-many-parts = { $file }由超过{ $limit }个部分压缩而成，因此没有读取：请只保留所需的工作表，重新保存为工作簿
